# The tool and the tests.
set(native_dependencies lexbor libyaml tomlplusplus pugixml cpp_httplib stb nlohmann_json quickjs)

include(scripts.cmake)

if(site_sources OR import_sources)
    add_library(blatt_site STATIC ${site_sources} ${import_sources} "${embedded_scripts}")
    target_link_libraries(blatt_site PUBLIC blatt_core PRIVATE ${native_dependencies})
endif()

if(cli_sources)
    add_executable(blatt ${cli_sources})
    set_target_properties(blatt PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}")
    target_link_libraries(blatt PRIVATE blatt_core $<TARGET_NAME_IF_EXISTS:blatt_site> cpp_httplib)
endif()

if(BLATT_FUZZ)
    return()
endif()

add_executable(blatt_tests
    "${CMAKE_SOURCE_DIR}/tests/doctest_main.cpp"
    "${CMAKE_SOURCE_DIR}/tests/fuzz/replay_test.cpp"
    "${CMAKE_SOURCE_DIR}/tests/fuzz/targets.cpp"
    ${base_tests} ${content_tests} ${document_tests} ${text_tests} ${layout_tests} ${search_tests}
    ${comments_tests} ${paint_tests} ${semantics_tests} ${app_tests} ${site_tests} ${import_tests}
    ${cli_tests} ${spec_tests})
set_target_properties(blatt_tests PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}")
target_link_libraries(blatt_tests PRIVATE
    blatt_core $<TARGET_NAME_IF_EXISTS:blatt_site> ${native_dependencies} doctest)
# What tests share stands in tests/.
target_include_directories(blatt_tests PRIVATE "${CMAKE_SOURCE_DIR}/tests")
target_compile_definitions(blatt_tests PRIVATE BLATT_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
# doctest includes a header that newer standard libraries warn about.
target_compile_options(blatt_tests PRIVATE -Wno-cpp)

# What the browser tests compare the browser's HTML parser with.
add_executable(blatt_html_dump "${CMAKE_SOURCE_DIR}/tests/html_dump.cpp")
set_target_properties(blatt_html_dump PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}")
target_link_libraries(blatt_html_dump PRIVATE blatt_core blatt_site)
