// ScriptEngine: runs the JavaScript libraries that are part of the tool (embedded_scripts.h). The
// only place that knows the JavaScript engine. Nothing starts before the first call. A script sees
// its arguments and the other embedded scripts, no file, clock or network; memory, stack and time
// are limited, and whatever goes wrong in it is an Error.
#pragma once

#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace blatt::site {

class ScriptEngine {
  public:
    ScriptEngine();
    ~ScriptEngine();
    ScriptEngine(const ScriptEngine&) = delete;
    ScriptEngine& operator=(const ScriptEngine&) = delete;

    // Calls a function that the embedded script `script` exports. It takes strings and answers a
    // list of strings. Errors: unreadable, `where` the script's name, for anything that it threw,
    // for an answer of another kind, and beyond the limits.
    base::Result<std::vector<std::string>> call(const char* script, const char* function,
                                                std::initializer_list<std::string_view> arguments);

  private:
    struct Machine;
    std::unique_ptr<Machine> machine_;
};

}  // namespace blatt::site
