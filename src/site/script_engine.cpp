#include "site/script_engine.h"

#include <quickjs.h>

#include <algorithm>
#include <chrono>
#include <map>

#include "base/check.h"
#include "site/embedded_scripts.h"
#include "site/text.h"

namespace blatt::site {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t most_memory = 256u << 20;  // bytes
constexpr std::size_t most_stack = 1u << 20;
constexpr std::chrono::seconds most_time{10};  // a call

}  // namespace

struct ScriptEngine::Machine {
    Machine() {
        CHECK(runtime != nullptr && context != nullptr);
        JS_SetMemoryLimit(runtime, most_memory);
        JS_SetMaxStackSize(runtime, most_stack);
        JS_SetContextOpaque(context, this);
        JS_SetInterruptHandler(
            runtime,
            [](JSRuntime*, void* machine) {
                return Clock::now() > static_cast<Machine*>(machine)->deadline ? 1 : 0;
            },
            this);
        const JSValue global = JS_GetGlobalObject(context);
        JS_SetPropertyStr(context, global, "require",
                          JS_NewCFunction(context, require_function, "require", 1));
        JS_SetPropertyStr(context, global, "script_names",
                          JS_NewCFunction(context, names_function, "script_names", 0));
        JS_FreeValue(context, global);
    }
    ~Machine() {
        for (const auto& [name, exports] : modules) JS_FreeValue(context, exports);
        JS_FreeContext(context);
        JS_FreeRuntime(runtime);
    }
    Machine(const Machine&) = delete;
    Machine& operator=(const Machine&) = delete;

    static JSValue require_function(JSContext* context, JSValue, int count, JSValue* arguments) {
        auto* machine = static_cast<Machine*>(JS_GetContextOpaque(context));
        return machine->require(count > 0 ? machine->text(arguments[0]) : std::string());
    }

    static JSValue names_function(JSContext* context, JSValue, int, JSValue*) {
        const JSValue names = JS_NewArray(context);
        std::uint32_t index = 0;
        for (const EmbeddedScript& script : embedded_scripts())
            JS_SetPropertyUint32(context, names, index++,
                                 JS_NewStringLen(context, script.name.data(), script.name.size()));
        return names;
    }

    std::string text(JSValue value) const {
        std::size_t size = 0;
        const char* bytes = JS_ToCStringLen(context, &size, value);
        if (bytes == nullptr) return {};
        std::string out(bytes, size);
        JS_FreeCString(context, bytes);
        return out;
    }

    // The exports of a script, run at its first use as CommonJS has it. The caller owns the value.
    JSValue require(const std::string& name) {
        const auto known = modules.find(name);
        if (known != modules.end()) return JS_DupValue(context, known->second);
        const auto scripts = embedded_scripts();
        const auto found = std::ranges::find(scripts, name, &EmbeddedScript::name);
        if (found == scripts.end())
            return JS_ThrowReferenceError(context, "there is no script %s", name.c_str());
        const std::string wrapped = cat("(function (module, exports) {", found->source, "\n})");
        const JSValue function =
            JS_Eval(context, wrapped.data(), wrapped.size(), name.c_str(), JS_EVAL_TYPE_GLOBAL);
        if (JS_IsException(function)) return function;
        const JSValue module = JS_NewObject(context);
        JSValue arguments[] = {module, JS_NewObject(context)};
        JS_SetPropertyStr(context, module, "exports", JS_DupValue(context, arguments[1]));
        const JSValue done = JS_Call(context, function, module, 2, arguments);
        JSValue exports = done;
        if (!JS_IsException(done)) {
            exports = JS_GetPropertyStr(context, module, "exports");
            modules.emplace(name, JS_DupValue(context, exports));
            JS_FreeValue(context, done);
        }
        JS_FreeValue(context, function);
        JS_FreeValue(context, arguments[1]);
        JS_FreeValue(context, module);
        return exports;
    }

    // What was thrown, in words.
    std::string complaint() const {
        const JSValue thrown = JS_GetException(context);
        std::string out = text(thrown);
        JS_FreeValue(context, thrown);
        // The words themselves may be more than the limits allow.
        if (out.empty()) {
            JS_FreeValue(context, JS_GetException(context));
            out = "the script failed";
        }
        return out;
    }

    JSRuntime* runtime = JS_NewRuntime();
    JSContext* context = runtime == nullptr ? nullptr : JS_NewContext(runtime);
    std::map<std::string, JSValue, std::less<>> modules;
    Clock::time_point deadline;
};

ScriptEngine::ScriptEngine() = default;
ScriptEngine::~ScriptEngine() = default;

base::Result<std::vector<std::string>> ScriptEngine::call(
    const char* script, const char* function, std::initializer_list<std::string_view> arguments) {
    if (!machine_) machine_ = std::make_unique<Machine>();
    JSContext* context = machine_->context;
    machine_->deadline = Clock::now() + most_time;
    std::vector<JSValue> owned;
    const auto own = [&](JSValue value) {
        owned.push_back(value);
        return value;
    };
    const auto failed = [&](std::string message) {
        for (const JSValue value : owned) JS_FreeValue(context, value);
        return base::fail(base::ErrorCode::unreadable, script, std::move(message));
    };

    const JSValue exports = own(machine_->require(script));
    if (JS_IsException(exports)) return failed(machine_->complaint());
    const JSValue called = own(JS_GetPropertyStr(context, exports, function));
    std::vector<JSValue> values;
    for (const std::string_view argument : arguments)
        values.push_back(own(JS_NewStringLen(context, argument.data(), argument.size())));
    const JSValue answer =
        own(JS_Call(context, called, exports, static_cast<int>(values.size()), values.data()));
    if (JS_IsException(answer)) return failed(machine_->complaint());
    if (JS_IsArray(context, answer) <= 0) return failed("the script answered no list");

    std::int64_t count = 0;
    const JSValue length = own(JS_GetPropertyStr(context, answer, "length"));
    if (JS_ToInt64(context, &count, length) != 0) return failed(machine_->complaint());
    std::vector<std::string> texts;
    texts.reserve(static_cast<std::size_t>(count));
    for (std::int64_t i = 0; i < count; ++i) {
        const JSValue item = JS_GetPropertyUint32(context, answer, static_cast<std::uint32_t>(i));
        const bool is_text = JS_IsString(item) != 0;
        texts.push_back(is_text ? machine_->text(item) : std::string());
        JS_FreeValue(context, item);
        if (!is_text) return failed("the script answered something else than texts");
    }
    for (const JSValue value : owned) JS_FreeValue(context, value);
    return texts;
}

}  // namespace blatt::site
