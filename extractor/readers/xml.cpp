// SPDX-License-Identifier: GPL-3.0-or-later
// The pull parser over libxml2's push interface: a chunk of input becomes a short list of events,
// which the reader takes one by one. SAX2 gives names interned in a dictionary, so that a name is
// looked up in the vocabulary once per document and then known by its address.
#include "readers/xml.h"

#include "base/limits.h"
#include "readers/messages.h"
#include "readers/xml_names.h"

#include <libxml/parser.h>

#include <algorithm>
#include <cstring>
#include <string>
#include <vector>

namespace gouji {

ByteSource memory_source(Bytes bytes) {
  return [bytes](std::span<char> room) mutable -> Result<std::size_t> {
    const std::size_t count = std::min(room.size(), bytes.size());
    if (count > 0)
      std::memcpy(room.data(), bytes.data(), count);
    bytes = bytes.subspan(count);
    return count;
  };
}

namespace {

constexpr std::size_t chunk_bytes = 32 << 10;

struct Event {
  XmlKind kind;
  int name;
  std::uint32_t from, count; ///< text: bytes of `characters`; start: entries of `attributes`
};

struct Attribute {
  int name;
  std::uint32_t from, count;
};

std::string_view view(const xmlChar* text) {
  return text ? std::string_view(reinterpret_cast<const char*>(text)) : std::string_view();
}

/// Tells tags that would cost libxml2 quadratic time before it sees them: attributes are counted by
/// their `="`, roughly, in tags longer than any ordinary one.
class TagGuard {
public:
  /// The phrase of the bound that the chunk breaks, or null.
  const Phrase* check(std::string_view chunk) {
    std::size_t at = 0;
    while (at < chunk.size()) {
      if (!inside_) {
        const std::size_t open = chunk.find('<', at);
        if (open == std::string_view::npos)
          return nullptr;
        inside_ = true;
        length_ = values_ = 0;
        at = open + 1;
      }
      const std::size_t close = std::min(chunk.find('>', at), chunk.size());
      length_ += close - at;
      if (length_ > ordinary) {
        for (std::size_t i = at; i < close; ++i)
          values_ += chunk[i] == '=' && i + 1 < chunk.size() &&
                     (chunk[i + 1] == '"' || chunk[i + 1] == '\'' || chunk[i + 1] == '\0');
        if (values_ > static_cast<std::size_t>(limits::xml_attributes))
          return &phrases::xml_attributes;
        if (length_ > limits::xml_tag_bytes)
          return &phrases::xml_tag;
      }
      inside_ = close == chunk.size();
      at = close + 1;
    }
    return nullptr;
  }

private:
  static constexpr std::size_t ordinary = 4096;
  bool inside_ = false;
  std::size_t length_ = 0, values_ = 0;
};

} // namespace

struct XmlReader::State {
  XmlVocabulary vocabulary;
  ByteSource source;
  xmlParserCtxtPtr parser = nullptr;
  TagGuard guard;

  std::vector<Event> events;
  std::vector<Attribute> attributes;
  std::string characters;
  std::size_t at = 0; ///< the event that is current, +1
  int parse_depth = 0, depth = 0;
  bool ended = false;
  std::optional<Error> error;

  NameCache known;
  struct Binding {
    int depth;
    std::string prefix, uri;
  };
  std::vector<Binding> bindings; ///< namespace prefixes in force, only kept when someone asks

  ~State() {
    if (parser) {
      // Nobody builds a tree here, but the context owns whatever libxml2 made of the prolog.
      if (parser->myDoc)
        xmlFreeDoc(parser->myDoc);
      xmlFreeParserCtxt(parser);
    }
  }

  static State& of(void* context) {
    return *static_cast<State*>(static_cast<xmlParserCtxtPtr>(context)->_private);
  }

  void stop(Code code, Words message) {
    if (!error)
      error = Error{code, std::move(message), {}, 0, 0};
    if (parser)
      xmlStopParser(parser);
  }

  int look_up(const xmlChar* local, const xmlChar* uri) {
    NameCache::Entry& entry = known.at(local, uri);
    if (!entry.local) {
      entry = {local, uri, id_of(view(local), uri)};
      known.count_new();
    }
    return entry.id;
  }

  /// The id that the vocabulary gives a name, 0 for none.
  int id_of(std::string_view local, const xmlChar* uri) const {
    std::string_view prefix;
    if (uri) {
      const auto space =
          std::find_if(vocabulary.namespaces.begin(), vocabulary.namespaces.end(),
                       [&](const XmlNamespace& entry) { return entry.uri == view(uri); });
      if (space == vocabulary.namespaces.end())
        return 0;
      prefix = space->prefix;
    }
    const std::size_t length = local.size() + (uri ? prefix.size() + 1 : 0);
    for (const XmlName& entry : vocabulary.names)
      if (entry.name.size() == length && entry.name.ends_with(local) &&
          (!uri || (entry.name.starts_with(prefix) && entry.name[prefix.size()] == ':')))
        return entry.id;
    return 0;
  }

  void add_attribute(int name, std::string_view value) {
    const auto from = static_cast<std::uint32_t>(characters.size());
    if (name == vocabulary.prefixes) {
      append_namespaces(value);
    } else if (value.find("&#38;") == std::string_view::npos) {
      characters += value;
    } else {
      // Without a tree libxml2 leaves an ampersand in an attribute as this reference.
      while (!value.empty()) {
        const std::size_t reference = value.find("&#38;");
        characters += value.substr(0, reference);
        if (reference == std::string_view::npos)
          break;
        characters += '&';
        value.remove_prefix(reference + 5);
      }
    }
    attributes.push_back(
        {name, from, static_cast<std::uint32_t>(characters.size() - std::size_t{from})});
  }

  /// Appends the namespaces that the prefixes in `list` stand for, with spaces between; a prefix
  /// without one stays as it is.
  void append_namespaces(std::string_view list) {
    while (!list.empty()) {
      const std::size_t end = std::min(list.find_first_of(" \t\r\n"), list.size());
      const std::string_view prefix = list.substr(0, end);
      list.remove_prefix(std::min(end + 1, list.size()));
      if (prefix.empty())
        continue;
      const auto bound = std::find_if(bindings.rbegin(), bindings.rend(),
                                      [&](const Binding& b) { return b.prefix == prefix; });
      characters += bound == bindings.rend() ? prefix : std::string_view(bound->uri);
      characters += ' ';
    }
  }

  static void on_start(void* context, const xmlChar* local, const xmlChar*, const xmlChar* uri,
                       int namespace_count, const xmlChar** namespaces, int attribute_count, int,
                       const xmlChar** attributes) {
    State& self = of(context);
    if (++self.parse_depth > limits::xml_depth)
      return self.stop(Code::limit, fill(phrases::xml_depth, limits::xml_depth));
    if (attribute_count > limits::xml_attributes)
      return self.stop(Code::limit, fill(phrases::xml_attributes, limits::xml_attributes));
    if (self.vocabulary.prefixes != 0)
      for (int i = 0; i < namespace_count; ++i)
        self.bindings.push_back({self.parse_depth, std::string(view(namespaces[2 * i])),
                                 std::string(view(namespaces[2 * i + 1]))});
    const auto first = static_cast<std::uint32_t>(self.attributes.size());
    for (int i = 0; i < attribute_count; ++i) {
      const xmlChar** fields = attributes + 5 * i; // local name, prefix, namespace, value, its end
      const int name = self.look_up(fields[0], fields[2]);
      if (name != 0)
        self.add_attribute(name, {reinterpret_cast<const char*>(fields[3]),
                                  static_cast<std::size_t>(fields[4] - fields[3])});
    }
    self.events.push_back(
        {XmlKind::start, self.look_up(local, uri), first,
         static_cast<std::uint32_t>(self.attributes.size() - std::size_t{first})});
  }

  static void on_end(void* context, const xmlChar* local, const xmlChar*, const xmlChar* uri) {
    State& self = of(context);
    while (!self.bindings.empty() && self.bindings.back().depth == self.parse_depth)
      self.bindings.pop_back();
    --self.parse_depth;
    self.events.push_back({XmlKind::end, self.look_up(local, uri), 0, 0});
  }

  static void on_text(void* context, const xmlChar* text, int length) {
    State& self = of(context);
    const auto count = static_cast<std::uint32_t>(length);
    const auto from = static_cast<std::uint32_t>(self.characters.size());
    self.characters.append(reinterpret_cast<const char*>(text), count);
    if (!self.events.empty() && self.events.back().kind == XmlKind::text &&
        self.events.back().from + self.events.back().count == from)
      self.events.back().count += count;
    else
      self.events.push_back({XmlKind::text, 0, from, count});
  }

  static void on_doctype(void* context, const xmlChar*, const xmlChar*, const xmlChar*) {
    State& self = of(context);
    // OPC forbids them (ECMA-376-2 §6.2.5), ODF packages have none, and every entity trick needs
    // one.
    self.stop(Code::damaged, fill(phrases::xml_doctype, xmlSAX2GetLineNumber(context)));
  }

  static void on_error(void*, xmlErrorPtr) {} // read from the context afterwards; never printed

  void start_parser() {
    xmlSAXHandler handler{};
    handler.initialized = XML_SAX2_MAGIC;
    handler.startElementNs = on_start;
    handler.endElementNs = on_end;
    handler.characters = on_text;
    handler.ignorableWhitespace = on_text;
    handler.cdataBlock = on_text;
    handler.internalSubset = on_doctype;
    handler.serror = on_error;
    parser = xmlCreatePushParserCtxt(&handler, nullptr, nullptr, 0, nullptr);
    if (!parser)
      return stop(Code::internal, fill(phrases::xml_empty));
    parser->_private = this;
    xmlCtxtUseOptions(parser, XML_PARSE_NONET);
  }

  /// Parses chunks until there is an event to give. False when there is none any more.
  bool refill() {
    events.clear();
    attributes.clear();
    characters.clear();
    at = 0;
    std::array<char, chunk_bytes> chunk;
    while (events.empty()) {
      if (ended || error)
        return false;
      if (!parser)
        start_parser();
      const Result<std::size_t> count = error ? std::size_t{0} : source(chunk);
      if (!count) {
        error = count.error();
        return false;
      }
      ended = *count == 0;
      if (const Phrase* broken = guard.check({chunk.data(), *count})) {
        stop(Code::limit, broken == &phrases::xml_tag
                              ? fill(phrases::xml_tag, limits::xml_tag_bytes)
                              : fill(phrases::xml_attributes, limits::xml_attributes));
        return false;
      }
      xmlParseChunk(parser, chunk.data(), static_cast<int>(*count), ended ? 1 : 0);
      if (!parser->wellFormed && !error)
        report_malformed();
      if (error && error->code == Code::limit)
        return false;
    }
    return true;
  }

  void report_malformed() {
    const xmlError* what = xmlCtxtGetLastError(parser);
    std::string message = what && what->message ? what->message : "not well-formed";
    while (!message.empty() && (message.back() == '\n' || message.back() == ' '))
      message.pop_back();
    error = Error{
        Code::damaged, fill(phrases::xml_malformed, what ? what->line : 0, message), {}, 0, 0};
  }
};

XmlReader::XmlReader(const XmlVocabulary& vocabulary, ByteSource source)
    : state_(std::make_unique<State>()) {
  state_->vocabulary = vocabulary;
  state_->source = std::move(source);
}

XmlReader::~XmlReader() = default;

bool XmlReader::next() {
  State& state = *state_;
  if (state.at == state.events.size() && !state.refill())
    return false;
  const Event& event = state.events[state.at++];
  if (event.kind == XmlKind::start)
    ++state.depth;
  else if (event.kind == XmlKind::end)
    --state.depth;
  return true;
}

bool XmlReader::next_in(int depth) {
  return next() && state_->depth >= depth;
}

void XmlReader::skip() {
  for (const int inside = depth(); next_in(inside);)
    ;
}

XmlKind XmlReader::kind() const {
  return state_->events[state_->at - 1].kind;
}

int XmlReader::name() const {
  return state_->events[state_->at - 1].name;
}

int XmlReader::depth() const {
  return state_->depth;
}

std::string_view XmlReader::text() const {
  const Event& event = state_->events[state_->at - 1];
  return event.kind == XmlKind::text
             ? std::string_view(state_->characters).substr(event.from, event.count)
             : std::string_view();
}

std::optional<std::string_view> XmlReader::attribute(int id) const {
  const Event& event = state_->events[state_->at - 1];
  if (event.kind != XmlKind::start)
    return std::nullopt;
  for (std::uint32_t i = event.from; i < event.from + event.count; ++i)
    if (state_->attributes[i].name == id)
      return std::string_view(state_->characters)
          .substr(state_->attributes[i].from, state_->attributes[i].count);
  return std::nullopt;
}

const std::optional<Error>& XmlReader::error() const {
  return state_->error;
}

} // namespace gouji
