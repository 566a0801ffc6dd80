# The front end: blatt.js, an ES6 module, and blatt.wasm beside it.
if(NOT wasm_sources)
    return()
endif()

# add_front_end(NAME EXPORT...): a module with these functions for JavaScript to call.
function(add_front_end name)
    list(JOIN ARGN "," exported_functions)
    add_executable(${name} ${canvas_sources} ${wasm_sources})
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}")
    target_link_libraries(${name} PRIVATE blatt_core imgui)
    target_link_options(${name} PRIVATE
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
            target_link_options(${name} PRIVATE "SHELL:--js-library ${path}")
            set_property(TARGET ${name} APPEND PROPERTY LINK_DEPENDS "${path}")
        endif()
    endforeach()
    if(CMAKE_BUILD_TYPE STREQUAL "Debug")
        target_link_options(${name} PRIVATE -sASSERTIONS=1)
    else()
        target_link_options(${name} PRIVATE --closure 1)
    endif()
endfunction()

add_front_end(blatt ${wasm_exports})

# The same with its stages exposed one by one, for measuring only.
add_front_end(blatt_bench ${wasm_exports}
    _bench_intern _bench_measure _bench_measure_all _bench_mount _bench_open _bench_respell _bench_run)
target_sources(blatt_bench PRIVATE "${CMAKE_SOURCE_DIR}/tests/bench/bench.cpp")
set_target_properties(blatt_bench PROPERTIES EXCLUDE_FROM_ALL ON)
