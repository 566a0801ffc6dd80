# The JavaScript that the tool runs (site/script_engine.h), as bytes inside it: npm packages from
# node_modules and our own adapters.
set(highlight_languages
    apache bash c clojure cmake coffeescript cpp crystal csharp css d dart delphi diff django
    dockerfile elixir elm erb erlang fortran fsharp go gradle graphql groovy haml handlebars haskell
    http ini java javascript json julia kotlin latex less lisp lua makefile markdown matlab nginx nim
    nix objectivec ocaml perl pgsql php php-template powershell prolog properties protobuf python
    python-repl r ruby rust sas scala scheme scss shell sql stylus swift tcl twig typescript vbnet
    verilog vhdl vim wasm x86asm xml yaml)

set(script_files
    site/math.js "${CMAKE_CURRENT_SOURCE_DIR}/site/math.js"
    temml/dist/temml.cjs "${CMAKE_SOURCE_DIR}/node_modules/temml/dist/temml.cjs"
    site/highlight.js "${CMAKE_CURRENT_SOURCE_DIR}/site/highlight.js"
    highlight.js/lib/core "${CMAKE_SOURCE_DIR}/node_modules/highlight.js/lib/core.js")
foreach(language IN LISTS highlight_languages)
    list(APPEND script_files "highlight.js/lib/languages/${language}"
        "${CMAKE_SOURCE_DIR}/node_modules/highlight.js/lib/languages/${language}.js")
endforeach()

set(hyphen_languages cs da de-1996 en-us es fi fr it nb nl pl pt sv)
list(APPEND script_files
    site/hyphens.js "${CMAKE_CURRENT_SOURCE_DIR}/site/hyphens.js"
    hyphen "${CMAKE_SOURCE_DIR}/node_modules/hyphen/hyphen.js")
foreach(language IN LISTS hyphen_languages)
    list(APPEND script_files "hyphen/patterns/${language}"
        "${CMAKE_SOURCE_DIR}/node_modules/hyphen/patterns/${language}.js")
endforeach()

# String literals of a size that every compiler takes, joined by the compiler.
function(embed_scripts output)
    set(text "#include \"site/embedded_scripts.h\"\n\nnamespace blatt::site {\n\n")
    string(APPEND text "namespace {\n\nusing namespace std::string_view_literals;\n\n")
    string(APPEND text "constexpr EmbeddedScript scripts[] = {\n")
    while(ARGN)
        list(POP_FRONT ARGN name path)
        if(NOT EXISTS "${path}")
            message(FATAL_ERROR "${path} is missing: run `npm ci`, or `./dev setup`, which does.")
        endif()
        set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${path}")
        file(READ "${path}" content)
        string(APPEND text "{\"${name}\"sv,")
        string(LENGTH "${content}" size)
        set(at 0)
        while(at LESS size)
            string(SUBSTRING "${content}" ${at} 8000 piece)
            string(APPEND text "\nR\"=====(${piece})=====\"")
            math(EXPR at "${at} + 8000")
        endwhile()
        string(APPEND text "sv},\n")
    endwhile()
    string(APPEND text "};\n\n}  // namespace\n\n")
    string(APPEND text "std::span<const EmbeddedScript> embedded_scripts() { return scripts; }\n\n")
    string(APPEND text "}  // namespace blatt::site\n")
    file(GENERATE OUTPUT "${output}" CONTENT "${text}")
endfunction()

set(embedded_scripts "${CMAKE_BINARY_DIR}/generated/embedded_scripts.cpp")
embed_scripts("${embedded_scripts}" ${script_files})
