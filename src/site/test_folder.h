// TestFolder: a folder of small files for one test. It lies in the system's folder for temporary
// files under a name of its own and is removed when the test ends.
#pragma once

#include <unistd.h>

#include <filesystem>
#include <string>
#include <string_view>

#include "site/files.h"
#include "site/text.h"

namespace blatt::site {

class TestFolder {
  public:
    TestFolder() {
        static int number = 0;
        std::error_code error;
        path_ = (std::filesystem::temp_directory_path(error) /
                 cat("blatt-test-", static_cast<int>(::getpid()), "-", ++number))
                    .string();
        std::filesystem::remove_all(path_, error);
        std::filesystem::create_directories(path_, error);
    }
    ~TestFolder() {
        std::error_code error;
        std::filesystem::remove_all(path_, error);
    }
    TestFolder(const TestFolder&) = delete;
    TestFolder& operator=(const TestFolder&) = delete;

    const std::string& path() const { return path_; }
    TestFolder& put(std::string_view name, std::string_view bytes) {
        static_cast<void>(write_file(cat(path_, "/", name), bytes));
        return *this;
    }

  private:
    std::string path_;
};

}  // namespace blatt::site
