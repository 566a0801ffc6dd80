#include "app/display_dialog.h"

#include <span>

#include "app/frame.h"
#include "document/builder.h"

namespace blatt::app {

using content::Text;
using document::BlockKind;
using document::Builder;
using document::Command;
using document::StyleClass;
using text::Preference;

namespace {

constexpr Text scheme_texts[] = {Text::scheme_auto, Text::scheme_light, Text::scheme_sepia,
                                 Text::scheme_dark, Text::scheme_contrast};
constexpr Text size_texts[] = {Text::size_small, Text::size_normal, Text::size_large,
                               Text::size_larger, Text::size_largest};
constexpr Text typeface_texts[] = {Text::typeface_serif, Text::typeface_sans,
                                   Text::typeface_legible};
constexpr Text measure_texts[] = {Text::measure_narrow, Text::measure_normal, Text::measure_wide};
constexpr Text leading_texts[] = {Text::leading_tight, Text::leading_normal, Text::leading_loose};

struct Question {
    Preference preference;
    Text label;
    std::span<const Text> answers;
};

constexpr Question questions[] = {
    {Preference::scheme, Text::display_scheme, scheme_texts},
    {Preference::size, Text::display_size, size_texts},
    {Preference::typeface, Text::display_typeface, typeface_texts},
    {Preference::measure, Text::display_measure, measure_texts},
    {Preference::leading, Text::display_leading, leading_texts},
};

}  // namespace

document::Document display_dialog(const content::Site& site, const text::Preferences& preferences) {
    const content::Strings& strings = site.strings;
    Builder builder;
    builder.open_group(document::Role::none, StyleClass::dialog);
    builder
        .block(builder.leaf(BlockKind::heading, StyleClass::dialog_title,
                            strings[Text::display_title]))
        .level = 2;
    for (const Question& question : questions) {
        builder.open_group(document::Role::none, StyleClass::choice, strings[question.label]);
        builder.leaf(BlockKind::paragraph, StyleClass::choice_label, strings[question.label]);
        builder.open(BlockKind::paragraph, StyleClass::choice_values);
        for (std::uint8_t value = 0; value < question.answers.size(); ++value) {
            const document::InlineId button =
                add_button(builder, Command::prefer, strings[question.answers[value]],
                           text::preference_word(question.preference, value));
            builder.target(button).pressed = preferences[question.preference] == value
                                                 ? document::Pressed::on
                                                 : document::Pressed::off;
        }
        builder.close();
        builder.close();
    }
    builder.open(BlockKind::paragraph, StyleClass::dialog_actions);
    add_button(builder, Command::prefer, strings[Text::display_usual], {});
    add_button(builder, Command::close_dialog, strings[Text::close], {});
    builder.close();
    builder.close();
    return builder.finish();
}

}  // namespace blatt::app
