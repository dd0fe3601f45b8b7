// SPDX-License-Identifier: GPL-3.0-or-later
// The command line's grammar and help: the only file that knows CLI11.
#include "cli/options.h"

#include "cli/archive_grammar.h"
#include "cli/hint_options.h"
#include "cli/messages.h"
#include "cli/number_option.h"
#include "cli/version.h"
#include "writers/writer.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include <algorithm>
#include <array>
#include <optional>

namespace gouji {

namespace {

constexpr std::array<std::string_view, 3> stages{"document", "tables", "match"}; // as in Stage
constexpr std::array<std::string_view, 2> inspect_formats{"json", "svg"};

template <class Row> std::vector<std::string_view> names_of(std::span<const Row> writers) {
  std::vector<std::string_view> names;
  for (const Row& writer : writers)
    names.push_back(writer.name);
  return names;
}

std::string joined(std::span<const std::string_view> names, std::string_view between) {
  std::string text;
  for (const std::string_view name : names) {
    if (!text.empty())
      text += between;
    text += name;
  }
  return text;
}

/// Commands on single documents: short runs, whose start should not pay for the other commands.
constexpr std::array<std::string_view, 4> report_commands{"convert", "validate", "inspect",
                                                          "tables"};

/// All options of all commands while CLI11 fills them.
struct Grammar {
  Language language;
  CLI::App app;
  ConvertOptions convert;
  ValidateOptions validate;
  InspectOptions inspect;
  TablesOptions tables;
  HintOptions hints;
  LayoutsOptions layouts;
  ArchiveGrammar archive;
  std::string stage = "tables";
  std::string inspect_format = "json";
  std::string page;

  /// Of the command `only`, or of all when it is none of `report_commands`.
  Grammar(Language spoken, std::string_view only);

  std::string say(const Phrase& phrase) const {
    return std::string(language == Language::chinese ? phrase.zh : phrase.en);
  }
  CLI::App* command(CLI::App& parent, const char* name, const Phrase& about,
                    const Phrase* footer = nullptr);
  void add_convert();
  void add_validate();
  void add_inspect();
  void add_tables();
  void add_layouts();
  void file(CLI::App* to, std::string& value) {
    to->add_option("FILE", value, say(phrases::help_file))->option_text(" ");
  }
  void files(CLI::App* to, const char* name, std::vector<std::string>& value, const Phrase& about) {
    to->add_option(name, value, say(about))->option_text(" ");
  }
  void format(CLI::App* to, std::string& value, std::span<const std::string_view> names) {
    to->add_option("-f,--format", value, say(phrases::help_format))
        ->option_text(joined(names, "|"));
  }
  void path(CLI::App* to, const char* name, std::string& value, const Phrase& about) {
    to->add_option(name, value, say(about))->option_text("FILE");
  }
  void layout(CLI::App* to, std::vector<std::string>& value) {
    // One value each time: "--layout a.xml report.pdf" must leave the report alone.
    to->add_option("--layout", value, say(phrases::help_layout))
        ->option_text("FILE")
        ->allow_extra_args(false);
  }
};

CLI::App* Grammar::command(CLI::App& parent, const char* name, const Phrase& about,
                           const Phrase* footer) {
  CLI::App* added = parent.add_subcommand(name, say(about));
  added->group(say(phrases::label_commands));
  added->get_help_ptr()->group(say(phrases::label_options));
  added->allow_extras(); // told by `leftover`, in the user's language
  added->footer(footer ? say(*footer) : "");
  return added;
}

Grammar::Grammar(Language spoken, std::string_view only)
    : language(spoken), app(say(phrases::about), "gouji") {
  app.get_formatter()->label("Usage", say(phrases::label_usage));
  app.get_formatter()->label("Positionals", say(phrases::label_arguments));
  app.get_formatter()->label("OPTIONS", say(phrases::label_options));
  app.get_formatter()->label("SUBCOMMAND", say(phrases::label_command));
  app.option_defaults()->group(say(phrases::label_options));
  app.set_help_flag("-h,--help", say(phrases::help_help));
  app.set_version_flag("--version", "gouji " GOUJI_VERSION, say(phrases::help_version));
  app.footer(say(phrases::about_footer));
  app.require_subcommand(0, 1);
  app.allow_extras();

  const bool all =
      std::find(report_commands.begin(), report_commands.end(), only) == report_commands.end();
  if (all || only == "convert")
    add_convert();
  if (all || only == "validate")
    add_validate();
  if (all || only == "inspect")
    add_inspect();
  if (all || only == "tables")
    add_tables();
  if (all) {
    add_archive_commands(
        archive,
        [this](const char* name, const Phrase& about_it) { return command(app, name, about_it); },
        language);
    add_layouts();
  }
}

void Grammar::add_convert() {
  CLI::App* to = command(app, "convert", phrases::help_convert, &phrases::footer_convert);
  file(to, convert.file);
  format(to, convert.format, names_of(report_writers()));
  path(to, "-o,--output", convert.output, phrases::help_output);
  path(to, "--prior", convert.prior, phrases::help_prior);
  layout(to, convert.layouts);
  to->add_flag("--schema", convert.schema, say(phrases::help_schema));
}

void Grammar::add_validate() {
  CLI::App* to = command(app, "validate", phrases::help_validate, &phrases::footer_validate);
  files(to, "FILE", validate.files, phrases::help_files);
  format(to, validate.format, names_of(finding_writers()));
  path(to, "-o,--output", validate.output, phrases::help_output);
  path(to, "--prior", validate.prior, phrases::help_prior);
  layout(to, validate.layouts);
}

void Grammar::add_inspect() {
  CLI::App* to = command(app, "inspect", phrases::help_inspect);
  file(to, inspect.file);
  to->add_option("--stage", stage, say(phrases::help_stage))->option_text(joined(stages, "|"));
  format(to, inspect_format, inspect_formats);
  to->add_option("--page", page, say(phrases::help_page))->option_text("N");
  path(to, "-o,--output", inspect.output, phrases::help_output);
  layout(to, inspect.layouts);
}

void Grammar::add_tables() {
  CLI::App* to = command(app, "tables", phrases::help_tables);
  file(to, tables.file);
  format(to, tables.format, names_of(table_writers()));
  path(to, "-o,--output", tables.output, phrases::help_output);
  const auto hint = [&](const char* name, std::string& value, const Phrase& about_it,
                        const char* shape) {
    to->add_option(name, value, say(about_it))->option_text(shape);
  };
  hint("--pages", hints.pages, phrases::help_pages, "1,3-5");
  hint("--area", hints.area, phrases::help_area, "X,Y,W,H");
  hint("--columns", hints.columns, phrases::help_columns, "X1,X2,...");
  to->add_flag("--lattice", hints.lattice, say(phrases::help_lattice));
  to->add_flag("--stream", hints.stream, say(phrases::help_stream));
}

void Grammar::add_layouts() {
  CLI::App* to = command(app, "layouts", phrases::help_layouts);
  to->require_subcommand(0, 1);
  command(*to, "list", phrases::help_layouts_list);
  files(command(*to, "describe", phrases::help_layouts_describe), "ID", layouts.arguments,
        phrases::help_layout_ids);
  files(command(*to, "check", phrases::help_layouts_check), "FILE", layouts.arguments,
        phrases::help_layout_files);
}

/// The command the arguments chose, innermost first: "layouts check ".
std::string chosen_command(const CLI::App& app) {
  std::string path;
  for (const CLI::App* at = &app; !at->get_subcommands().empty();) {
    at = at->get_subcommands().front();
    path += at->get_name() + " ";
  }
  return path;
}

tl::unexpected<Error> wrong_usage(const Words& what, const std::string& command) {
  return fail(Code::invalid, fill(phrases::see_help, what, command));
}

/// Arguments that no option or place took, as an error.
std::optional<Words> leftover(const CLI::App& app, const std::string& command) {
  std::vector<std::string> rest = app.remaining(true);
  std::erase(rest, "--"); // ends the options; CLI11 leaves it there
  if (rest.empty())
    return std::nullopt;
  const std::string& first = rest.front();
  if (first.size() > 1 && first.front() == '-')
    return fill(phrases::no_such_option, first);
  return fill(command.empty() || command == "layouts " ? phrases::no_such_command
                                                       : phrases::too_many_arguments,
              first);
}

std::optional<Words> bad_choice(std::string_view option, std::string_view value,
                                std::span<const std::string_view> choices) {
  if (std::find(choices.begin(), choices.end(), value) != choices.end())
    return std::nullopt;
  return fill(phrases::bad_choice, option, value, joined(choices, ", "));
}

std::optional<Words> no_file(bool missing) {
  return missing ? std::optional(fill(phrases::no_file_given)) : std::nullopt;
}

std::optional<Words> finish(Grammar& grammar, ConvertOptions& options) {
  if (options.schema)
    return std::nullopt;
  if (options.file == "-" && options.prior == "-")
    return fill(phrases::input_twice);
  if (auto wrong = no_file(options.file.empty()))
    return wrong;
  return bad_choice("--format", grammar.convert.format, names_of(report_writers()));
}

std::optional<Words> finish(Grammar&, ValidateOptions& options) {
  const auto from_stdin =
      std::count(options.files.begin(), options.files.end(), "-") + (options.prior == "-" ? 1 : 0);
  if (from_stdin > 1)
    return fill(phrases::input_twice);
  if (auto wrong = no_file(options.files.empty()))
    return wrong;
  return bad_choice("--format", options.format, names_of(finding_writers()));
}

std::optional<Words> finish(Grammar& grammar, InspectOptions& options) {
  if (auto wrong = bad_choice("--stage", grammar.stage, stages))
    return wrong;
  options.stage =
      static_cast<Stage>(std::find(stages.begin(), stages.end(), grammar.stage) - stages.begin());
  if (auto wrong = bad_choice("--format", grammar.inspect_format, inspect_formats))
    return wrong;
  options.svg = grammar.inspect_format == "svg";
  if (!grammar.page.empty()) {
    options.page = number_of<int>(grammar.page).value_or(0);
    if (options.page < 1)
      return fill(phrases::bad_page, grammar.page);
  }
  return no_file(options.file.empty());
}

std::optional<Words> finish(Grammar& grammar, TablesOptions& options) {
  if (auto wrong = no_file(options.file.empty()))
    return wrong;
  const Result<Hints> hints = read_hints(grammar.hints);
  if (!hints)
    return hints.error().message;
  options.hints = *hints;
  return bad_choice("--format", options.format, names_of(table_writers()));
}

std::optional<Words> finish(Grammar& grammar, LayoutsOptions& options) {
  const CLI::App* layouts = grammar.app.get_subcommand("layouts");
  if (layouts->got_subcommand("describe"))
    options.action = LayoutsOptions::Action::describe;
  else if (layouts->got_subcommand("check"))
    options.action = LayoutsOptions::Action::check;
  if (options.action != LayoutsOptions::Action::list && options.arguments.empty())
    return fill(phrases::no_id_given);
  return std::nullopt;
}

template <class Options> std::optional<Words> finish(Grammar& grammar, Options& options) {
  return finish(grammar.archive, options);
}

template <class Options>
Result<Command> finished(Grammar& grammar, Options& options, const std::string& command) {
  if (const auto wrong = finish(grammar, options))
    return wrong_usage(*wrong, command);
  return Command{std::move(options)};
}

} // namespace

Result<Command> parse_arguments(int argc, const char* const* argv, Language language) {
  Grammar grammar(language, argc > 1 ? argv[1] : "");
  CLI::App& app = grammar.app;
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    return HelpRequest{app.help(), true};
  } catch (const CLI::CallForVersion&) {
    return VersionRequest{};
  } catch (const CLI::ParseError& error) {
    // With extra arguments allowed, what is left is an option without its value: "--format: ...".
    const std::string text = error.what();
    return wrong_usage(fill(phrases::option_value, text.substr(0, text.find(':'))),
                       chosen_command(app));
  }
  const std::string command = chosen_command(app);
  if (const auto wrong = leftover(app, command))
    return wrong_usage(*wrong, command);
  const std::string_view chosen = std::string_view(command).substr(0, command.find(' '));
  if (chosen == "convert")
    return finished(grammar, grammar.convert, command);
  if (chosen == "validate")
    return finished(grammar, grammar.validate, command);
  if (chosen == "inspect")
    return finished(grammar, grammar.inspect, command);
  if (chosen == "tables")
    return finished(grammar, grammar.tables, command);
  if (chosen == "layouts")
    return finished(grammar, grammar.layouts, command);
  if (chosen == "bulk")
    return finished(grammar, grammar.archive.bulk, command);
  if (chosen == "worker")
    return finished(grammar, grammar.archive.worker, command);
  if (chosen == "export")
    return finished(grammar, grammar.archive.exporting, command);
  if (chosen == "merge")
    return finished(grammar, grammar.archive.merge, command);
  if (chosen == "page")
    return finished(grammar, grammar.archive.page, command);
  return HelpRequest{app.help(), false};
}

} // namespace gouji
