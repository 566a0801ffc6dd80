# Every library that is not ours, pinned to its upstream commit.
#
# On a machine with the open internet CMake clones them; `dev` points FETCHCONTENT_SOURCE_DIR_<NAME>
# at the same release unpacked from Debian instead. Each library becomes a target of our own with an
# explicit source list, so that its build system, tests and install rules stay out of ours.
include(FetchContent)

function(declare name repository commit)
    # SOURCE_SUBDIR names a folder that does not exist: the sources are made available, their
    # CMakeLists.txt is not run.
    FetchContent_Declare(${name}
        GIT_REPOSITORY https://github.com/${repository}.git
        GIT_TAG ${commit}
        SOURCE_SUBDIR blatt-uses-its-own-targets)
    FetchContent_MakeAvailable(${name})
    set(${name}_SOURCE_DIR "${${name}_SOURCE_DIR}" PARENT_SCOPE)
endfunction()

function(add_library_from name directory)
    list(TRANSFORM ARGN PREPEND "${directory}/")
    add_library(${name} STATIC EXCLUDE_FROM_ALL ${ARGN})
    target_compile_options(${name} PRIVATE -w)
    target_include_directories(${name} SYSTEM PUBLIC "${directory}")
endfunction()

declare(nlohmann_json nlohmann/json 9cca280a4d0ccf0c08f47a99aa71d1b0e52f8d03) # v3.11.3
add_library(nlohmann_json INTERFACE)
target_include_directories(nlohmann_json SYSTEM INTERFACE "${nlohmann_json_SOURCE_DIR}/include")

declare(cmark_gfm github/cmark-gfm 587a12bb54d95ac37241377e6ddc93ea0e45439b) # 0.29.0.gfm.13
add_library_from(cmark_gfm "${cmark_gfm_SOURCE_DIR}/src"
    arena.c blocks.c buffer.c cmark.c cmark_ctype.c commonmark.c footnotes.c houdini_href_e.c
    houdini_html_e.c houdini_html_u.c html.c inlines.c iterator.c latex.c linked_list.c man.c map.c
    node.c plaintext.c plugin.c references.c registry.c render.c scanners.c syntax_extension.c utf8.c
    xml.c
    ../extensions/autolink.c ../extensions/core-extensions.c ../extensions/ext_scanners.c
    ../extensions/strikethrough.c ../extensions/table.c ../extensions/tagfilter.c
    ../extensions/tasklist.c)
block()
    # The headers that cmark-gfm's own CMakeLists.txt would write.
    set(generated "${CMAKE_BINARY_DIR}/generated/cmark-gfm")
    set(HAVE_STDBOOL_H ON)
    set(HAVE___BUILTIN_EXPECT ON)
    set(HAVE___ATTRIBUTE__ ON)
    set(PROJECT_VERSION_MAJOR 0)
    set(PROJECT_VERSION_MINOR 29)
    set(PROJECT_VERSION_PATCH 0)
    set(PROJECT_VERSION_GFM 13)
    configure_file("${cmark_gfm_SOURCE_DIR}/src/config.h.in" "${generated}/config.h")
    configure_file("${cmark_gfm_SOURCE_DIR}/src/cmark-gfm_version.h.in" "${generated}/cmark-gfm_version.h")
    file(CONFIGURE OUTPUT "${generated}/cmark-gfm_export.h" CONTENT
        "#pragma once\n#define CMARK_GFM_EXPORT\n#define CMARK_GFM_NO_EXPORT\n")
    file(CONFIGURE OUTPUT "${generated}/cmark-gfm-extensions_export.h" CONTENT
        "#pragma once\n#define CMARK_GFM_EXTENSIONS_EXPORT\n#define CMARK_GFM_EXTENSIONS_NO_EXPORT\n")
    target_include_directories(cmark_gfm SYSTEM PUBLIC
        "${generated}" "${cmark_gfm_SOURCE_DIR}/extensions")
endblock()

declare(libunibreak adah1972/libunibreak 304585d8e2d63187507368d612c3d5fff1486368) # 6.1
add_library_from(libunibreak "${libunibreak_SOURCE_DIR}/src"
    eastasianwidthdata.c eastasianwidthdef.c emojidata.c emojidef.c graphemebreak.c
    graphemebreakdata.c indicconjunctbreakdata.c linebreak.c linebreakdata.c linebreakdef.c
    unibreakbase.c unibreakdef.c)

declare(sheenbidi Tehreer/SheenBidi cfe430e7375a7845b679adae9d51dac6deaa8858) # v3.0.0
add_library_from(sheenbidi "${sheenbidi_SOURCE_DIR}/Source" SheenBidi.c)
target_include_directories(sheenbidi SYSTEM PUBLIC "${sheenbidi_SOURCE_DIR}/Headers")
target_compile_definitions(sheenbidi PRIVATE SB_CONFIG_UNITY)

if(EMSCRIPTEN)
    declare(imgui ocornut/imgui 45acd5e0e82f4c954432533ae9985ff0e1aad6d5) # v1.92.2b
    add_library_from(imgui "${imgui_SOURCE_DIR}"
        imgui.cpp imgui_draw.cpp imgui_tables.cpp imgui_widgets.cpp)
    target_compile_definitions(imgui PUBLIC IMGUI_USER_CONFIG="canvas/imgui_config.h")
    target_include_directories(imgui PRIVATE "${CMAKE_SOURCE_DIR}/src")
    return()
endif()

# Only the tool and the tests use what follows.

declare(doctest doctest/doctest ae7a13539fb71f270b87eb2e874fbac80bc8dda2) # v2.4.11
add_library(doctest INTERFACE)
target_include_directories(doctest SYSTEM INTERFACE "${doctest_SOURCE_DIR}")
# Without exceptions a failed REQUIRE goes on as a CHECK instead of disappearing.
target_compile_definitions(doctest INTERFACE DOCTEST_CONFIG_NO_EXCEPTIONS_BUT_WITH_ALL_ASSERTS)

declare(libyaml yaml/libyaml 2c891fc7a770e8ba2fec34fc6b545c672beb37e6) # 0.2.5
add_library_from(libyaml "${libyaml_SOURCE_DIR}/src"
    api.c dumper.c emitter.c loader.c parser.c reader.c scanner.c writer.c)
target_include_directories(libyaml SYSTEM PUBLIC "${libyaml_SOURCE_DIR}/include")
target_compile_definitions(libyaml PRIVATE YAML_VERSION_MAJOR=0 YAML_VERSION_MINOR=2
    YAML_VERSION_PATCH=5 YAML_VERSION_STRING="0.2.5")

declare(tomlplusplus marzer/tomlplusplus 30172438cee64926dc41fdd9c11fb3ba5b2ba9de) # v3.4.0
add_library(tomlplusplus INTERFACE)
target_include_directories(tomlplusplus SYSTEM INTERFACE "${tomlplusplus_SOURCE_DIR}/include")
target_compile_definitions(tomlplusplus INTERFACE TOML_EXCEPTIONS=0 TOML_HEADER_ONLY=1)

declare(pugixml zeux/pugixml db78afc2b7d8f043b4bc6b185635d949ea2ed2a8) # v1.14
add_library_from(pugixml "${pugixml_SOURCE_DIR}/src" pugixml.cpp)
target_compile_definitions(pugixml PUBLIC PUGIXML_NO_EXCEPTIONS)

declare(cpp_httplib yhirose/cpp-httplib 073b58796205b928b61f4cae89ab4130b7f1aee0) # v0.41.0
find_package(Threads REQUIRED)
add_library(cpp_httplib INTERFACE)
target_include_directories(cpp_httplib SYSTEM INTERFACE "${cpp_httplib_SOURCE_DIR}")
target_compile_definitions(cpp_httplib INTERFACE CPPHTTPLIB_NO_EXCEPTIONS)
target_link_libraries(cpp_httplib INTERFACE Threads::Threads)

declare(stb nothings/stb fede005abaf93d9d7f3a679d1999b2db341b360f) # 2025-09-07
add_library(stb INTERFACE)
# Debian keeps the headers in a folder of their own.
target_include_directories(stb SYSTEM INTERFACE
    "${stb_SOURCE_DIR}" "${stb_SOURCE_DIR}/include/stb")

declare(quickjs bellard/quickjs 19abf1888db5884a5758036ff6e7fa2b340acedc) # 2025-04-26
add_library_from(quickjs "${quickjs_SOURCE_DIR}"
    cutils.c dtoa.c libregexp.c libunicode.c quickjs.c)
target_compile_definitions(quickjs PRIVATE _GNU_SOURCE CONFIG_VERSION="2025-04-26")
# As its own build has it: signed arithmetic wraps.
target_compile_options(quickjs PRIVATE -fwrapv -fno-sanitize=undefined)
target_link_libraries(quickjs PRIVATE m Threads::Threads)

declare(lexbor lexbor/lexbor 7e278c0188489bfce6b71ced0cc900cbb31e6244) # v3.0.1
if(EXISTS "${lexbor_SOURCE_DIR}/lib/liblexbor_static.a")
    # Debian's development package: the headers and the library already compiled.
    add_library(lexbor STATIC IMPORTED)
    set_target_properties(lexbor PROPERTIES
        IMPORTED_LOCATION "${lexbor_SOURCE_DIR}/lib/liblexbor_static.a")
    target_include_directories(lexbor SYSTEM INTERFACE "${lexbor_SOURCE_DIR}/include")
else()
    file(GLOB_RECURSE lexbor_sources RELATIVE "${lexbor_SOURCE_DIR}/source" CONFIGURE_DEPENDS
        "${lexbor_SOURCE_DIR}/source/lexbor/core/*.c"
        "${lexbor_SOURCE_DIR}/source/lexbor/css/*.c"
        "${lexbor_SOURCE_DIR}/source/lexbor/dom/*.c"
        "${lexbor_SOURCE_DIR}/source/lexbor/html/*.c"
        "${lexbor_SOURCE_DIR}/source/lexbor/ns/*.c"
        "${lexbor_SOURCE_DIR}/source/lexbor/ports/posix/*.c"
        "${lexbor_SOURCE_DIR}/source/lexbor/selectors/*.c"
        "${lexbor_SOURCE_DIR}/source/lexbor/tag/*.c")
    add_library_from(lexbor "${lexbor_SOURCE_DIR}/source" ${lexbor_sources})
    target_compile_definitions(lexbor PUBLIC LEXBOR_STATIC)
endif()
