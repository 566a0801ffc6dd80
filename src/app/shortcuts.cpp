#include "app/shortcuts.h"

#include "document/builder.h"

namespace blatt::app {

namespace {

using content::Strings;
using content::Text;
using document::BlockKind;
using document::Builder;
using document::Command;
using document::InlineKind;
using document::StyleClass;

struct Key {
    std::string_view key;
    Shortcut shortcut;
};

constexpr Key keys[] = {
    {"j", Shortcut::next_post},     {"n", Shortcut::next_post}, {"k", Shortcut::previous_post},
    {"p", Shortcut::previous_post}, {"h", Shortcut::home},      {"t", Shortcut::contents},
    {"?", Shortcut::help},
};

void add_row(Builder& builder, std::initializer_list<std::string_view> names,
             std::string_view action) {
    builder.open(BlockKind::term, StyleClass::key_name);
    bool first = true;
    for (const std::string_view name : names) {
        if (!first) builder.text(" ");
        first = false;
        builder.open_span(InlineKind::keyboard);
        builder.text(name);
        builder.close_span();
    }
    builder.close();
    builder.open(BlockKind::definition, StyleClass::key_action);
    const document::BlockId line = builder.open(BlockKind::paragraph);
    builder.block(line).tight = true;
    builder.text(action);
    builder.close();
    builder.close();
}

void add_button(Builder& builder, Command command, std::string_view text) {
    builder.open_button(command);
    builder.text(text);
    builder.close_span();
}

}  // namespace

Shortcut shortcut_of(std::string_view key) {
    for (const Key& known : keys) {
        if (known.key == key) return known.shortcut;
    }
    return Shortcut::none;
}

document::Document shortcuts_dialog(const Strings& strings, bool on) {
    Builder builder;
    builder.open_group(document::Role::none, StyleClass::dialog);
    builder
        .block(builder.leaf(BlockKind::heading, StyleClass::dialog_title, strings[Text::shortcuts]))
        .level = 2;
    builder.open(BlockKind::definition_list, StyleClass::key_list);
    add_row(builder, {"j", "n"}, strings[Text::key_next_post]);
    add_row(builder, {"k", "p"}, strings[Text::key_previous_post]);
    add_row(builder, {"h"}, strings[Text::key_home]);
    add_row(builder, {"t"}, strings[Text::key_contents]);
    add_row(builder, {"?"}, strings[Text::key_help]);
    add_row(builder, {"Esc"}, strings[Text::key_close]);
    builder.close();
    builder.leaf(BlockKind::paragraph, StyleClass::key_note, strings[Text::shortcuts_note]);
    builder.open(BlockKind::paragraph, StyleClass::key_switch);
    const document::InlineId toggle = builder.open_button(Command::toggle_shortcuts);
    builder.target(toggle).pressed = on ? document::Pressed::on : document::Pressed::off;
    builder.text(strings[Text::shortcuts_on]);
    builder.close_span();
    builder.close();
    builder.open(BlockKind::paragraph, StyleClass::dialog_actions);
    add_button(builder, Command::close_dialog, strings[Text::close]);
    builder.close();
    builder.close();
    return builder.finish();
}

}  // namespace blatt::app
