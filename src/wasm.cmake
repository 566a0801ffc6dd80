# The front end: blatt.js, an ES6 module, and blatt.wasm beside it.
if(NOT wasm_sources)
    return()
endif()

# Where a reader waits for it, code is fast rather than small.
set_source_files_properties(${document_sources} ${text_sources} ${layout_sources} PROPERTIES
    COMPILE_OPTIONS -O2)
target_compile_options(cmark_gfm PRIVATE -O2)

list(JOIN wasm_exports "," exported_functions)

add_executable(blatt ${canvas_sources} ${wasm_sources})
set_target_properties(blatt PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}")
target_link_libraries(blatt PRIVATE blatt_core imgui)
target_link_options(blatt PRIVATE
    # Told again at the link, or emcc brings its JavaScript for exceptions along.
    -fno-exceptions -fno-rtti
    --no-entry
    -sMODULARIZE -sEXPORT_ES6 -sENVIRONMENT=web -sFILESYSTEM=0
    -sMIN_WEBGL_VERSION=2 -sMAX_WEBGL_VERSION=2 -sGL_ENABLE_GET_PROC_ADDRESS=0
    -sALLOW_MEMORY_GROWTH -sMALLOC=emmalloc -sSTACK_SIZE=1MB
    -sEXPORTED_FUNCTIONS=${exported_functions} -sEXPORTED_RUNTIME_METHODS=HEAPU8)

foreach(library IN LISTS wasm_js_libraries)
    set(path "${CMAKE_SOURCE_DIR}/${library}")
    if(EXISTS "${path}")
        target_link_options(blatt PRIVATE "SHELL:--js-library ${path}")
        set_property(TARGET blatt APPEND PROPERTY LINK_DEPENDS "${path}")
    endif()
endforeach()

if(CMAKE_BUILD_TYPE STREQUAL "Debug")
    target_link_options(blatt PRIVATE -sASSERTIONS=1)
else()
    target_link_options(blatt PRIVATE --closure 1)
endif()
