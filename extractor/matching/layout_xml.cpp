// SPDX-License-Identifier: GPL-3.0-or-later
// libxml2 behind matching/layout_xml.h.
#include "matching/layout_xml.h"

#include "base/limits.h"
#include "matching/layout_messages.h"

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlschemas.h>

#include <algorithm>
#include <memory>
#include <optional>

namespace gouji {
namespace {

template <auto Free> struct Freeing {
  template <class T> void operator()(T* thing) const { Free(thing); }
};
using DocPtr = std::unique_ptr<xmlDoc, Freeing<xmlFreeDoc>>;
using ContextPtr = std::unique_ptr<xmlParserCtxt, Freeing<xmlFreeParserCtxt>>;
using SchemaParserPtr = std::unique_ptr<xmlSchemaParserCtxt, Freeing<xmlSchemaFreeParserCtxt>>;
using SchemaPtr = std::unique_ptr<xmlSchema, Freeing<xmlSchemaFree>>;
using SchemaValidPtr = std::unique_ptr<xmlSchemaValidCtxt, Freeing<xmlSchemaFreeValidCtxt>>;

/// What libxml2 complained of.
struct Complaint {
  int code = 0, line = 0;
  std::string message;
};

std::string text_of(const xmlChar* text) {
  return text ? reinterpret_cast<const char*>(text) : "";
}

constexpr std::string_view space = " \t\r\n";

std::string trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(space);
  if (first == std::string_view::npos)
    return {};
  return std::string(text.substr(first, text.find_last_not_of(space) - first + 1));
}

void keep(std::vector<Complaint>& complaints, const xmlError& error) {
  complaints.push_back({error.code, error.line, trimmed(error.message ? error.message : "")});
}

// A parser context hands itself to its error function; the list hangs on its private pointer.
void on_parse_error(void* context, xmlErrorPtr error) {
  keep(*static_cast<std::vector<Complaint>*>(static_cast<xmlParserCtxtPtr>(context)->_private),
       *error);
}

void on_schema_error(void* complaints, xmlErrorPtr error) {
  keep(*static_cast<std::vector<Complaint>*>(complaints), *error);
}

Error invalid(Words message, int line) {
  return Error{Code::invalid, std::move(message), {}, line, 0};
}

// ---- reading: every program start reads every layout, so no tree of libxml2's is built on the way

/// The tree as far as it is read.
struct TreeReading {
  xmlParserCtxtPtr context = nullptr;
  LayoutElement root;
  /// From the root to the element being read. Only that one gets children, so the others stay put.
  std::vector<LayoutElement*> open;
  std::string_view last; ///< a child of the root behind which reading ends
  bool enough = false;
  bool has_doctype = false;
  std::vector<Complaint> complaints;
};

TreeReading& reading_of(void* data) {
  return *static_cast<TreeReading*>(data);
}

std::string_view view(const xmlChar* begin, const xmlChar* end) {
  return {reinterpret_cast<const char*>(begin), static_cast<std::size_t>(end - begin)};
}

void on_start(void* data, const xmlChar* name, const xmlChar*, const xmlChar*, int, const xmlChar**,
              int count, int, const xmlChar** attributes) {
  TreeReading& reading = reading_of(data);
  reading.open.push_back(reading.open.empty() ? &reading.root
                                              : &reading.open.back()->children.emplace_back());
  LayoutElement& element = *reading.open.back();
  element.name = text_of(name);
  element.line = reading.context->input->line;
  element.attributes.reserve(static_cast<std::size_t>(count));
  // Of each: name, prefix, namespace, first and last byte of the value.
  for (int i = 0; i < count; ++i, attributes += 5)
    element.attributes.emplace_back(text_of(attributes[0]), view(attributes[3], attributes[4]));
}

void on_end(void* data, const xmlChar*, const xmlChar*, const xmlChar*) {
  TreeReading& reading = reading_of(data);
  std::string& text = reading.open.back()->text;
  text.erase(text.find_last_not_of(space) + 1);
  reading.enough = reading.open.size() == 2 && reading.open.back()->name == reading.last;
  reading.open.pop_back();
  if (reading.enough)
    xmlStopParser(reading.context);
}

void on_characters(void* data, const xmlChar* characters, int count) {
  if (reading_of(data).open.empty())
    return; // behind an error libxml2 tells of text, but no longer of elements
  std::string& text = reading_of(data).open.back()->text;
  std::string_view more = view(characters, characters + count);
  if (text.empty()) // most of it is white space between elements
    more.remove_prefix(std::min(more.find_first_not_of(space), more.size()));
  text += more;
}

void on_doctype(void* data, const xmlChar*, const xmlChar*, const xmlChar*) {
  TreeReading& reading = reading_of(data);
  reading.has_doctype = true;
  xmlStopParser(reading.context); // before it declares anything
}

void on_read_error(void* data, xmlErrorPtr error) {
  keep(reading_of(data).complaints, *error);
}

tl::unexpected<Error> too_large(Bytes xml) {
  return fail(Code::limit, fill(phrases::layout_too_large, limits::layout_bytes, xml.size()));
}

// ---- checking against the schema, which needs libxml2's own tree

Result<DocPtr> parse(Bytes xml) {
  if (xml.size() > limits::layout_bytes)
    return too_large(xml);
  const ContextPtr context(xmlNewParserCtxt());
  if (!context)
    return fail(Code::internal, fill(phrases::layout_not_xml, "out of memory"));
  std::vector<Complaint> complaints;
  context->_private = &complaints;
  context->sax->serror = on_parse_error;
  DocPtr document(xmlCtxtReadMemory(context.get(), reinterpret_cast<const char*>(xml.data()),
                                    static_cast<int>(xml.size()), nullptr, nullptr,
                                    XML_PARSE_NONET | XML_PARSE_BIG_LINES | XML_PARSE_NOCDATA));
  if (!document || !xmlDocGetRootElement(document.get())) {
    const Complaint first = complaints.empty() ? Complaint{} : complaints.front();
    return tl::unexpected(invalid(fill(phrases::layout_not_xml, first.message), first.line));
  }
  if (document->intSubset)
    return tl::unexpected(invalid(fill(phrases::layout_has_doctype), 1));
  return document;
}

// ---- the schema's complaints in plain words

/// The pieces between single quotes: libxml2 names elements, attributes and values so.
std::vector<std::string> quoted(const std::string& message) {
  std::vector<std::string> pieces;
  std::size_t at = 0;
  while ((at = message.find('\'', at)) != std::string::npos) {
    const std::size_t end = message.find('\'', at + 1);
    if (end == std::string::npos)
      break;
    pieces.push_back(message.substr(at + 1, end - at - 1));
    at = end + 1;
  }
  return pieces;
}

/// What stands in the last pair of these brackets, trimmed.
std::string bracketed(const std::string& message, char open, char close) {
  const std::size_t from = message.rfind(open), to = message.rfind(close);
  return from == std::string::npos || to == std::string::npos || to < from
             ? std::string()
             : trimmed(std::string_view(message).substr(from + 1, to - from - 1));
}

std::string without(std::string text, std::string_view characters) {
  std::erase_if(text, [&](char c) { return characters.find(c) != std::string_view::npos; });
  return text;
}

Words in_plain_words(const Complaint& complaint) {
  const std::string& message = complaint.message;
  std::vector<std::string> pieces = quoted(message);
  if (pieces.empty())
    return fill(phrases::layout_schema_says, message);
  const std::string element = pieces.front();
  const std::string last = pieces.back();
  switch (complaint.code) {
  case XML_SCHEMAV_CVC_COMPLEX_TYPE_4:
    return fill(phrases::layout_attribute_missing, element, last);
  case XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_1:
    return fill(phrases::layout_attribute_unknown, element, last);
  case XML_SCHEMAV_ELEMENT_CONTENT: {
    const std::string expected = bracketed(message, '(', ')');
    if (message.find("Missing child") != std::string::npos)
      return fill(phrases::layout_child_missing, element, expected);
    return expected.empty() ? fill(phrases::layout_element_needless, element)
                            : fill(phrases::layout_element_misplaced, element, expected);
  }
  case XML_SCHEMAV_CVC_ELT_1:
    return fill(phrases::layout_root_unknown, element);
  case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_1:
  case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_2:
  case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_3:
    return fill(phrases::layout_text_misplaced, element);
  case XML_SCHEMAV_CVC_ENUMERATION_VALID: {
    // "Element 'unit', attribute 'kind': [facet 'enumeration'] The value 'x' is not an element ..."
    const std::size_t facet = message.find("The value ");
    const std::vector<std::string> values =
        facet == std::string::npos ? pieces : quoted(message.substr(facet));
    return fill(phrases::layout_value_unknown, element, values.front(),
                without(bracketed(message, '{', '}'), "'"));
  }
  case XML_SCHEMAV_CVC_PATTERN_VALID: {
    const std::size_t facet = message.find("The value ");
    const std::vector<std::string> values =
        facet == std::string::npos ? pieces : quoted(message.substr(facet));
    return fill(phrases::layout_value_malformed, element, values.front());
  }
  case XML_SCHEMAV_CVC_MINLENGTH_VALID:
    return fill(phrases::layout_value_empty, element,
                message.find("attribute") == std::string::npos || pieces.size() < 2 ? element
                                                                                    : pieces[1]);
  case XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_1: {
    const std::size_t colon = message.find(": ");
    const std::vector<std::string> values =
        colon == std::string::npos ? pieces : quoted(message.substr(colon));
    return fill(phrases::layout_value_malformed, element, values.empty() ? "" : values.front());
  }
  case XML_SCHEMAV_CVC_IDC: {
    const std::string name = without(bracketed(message, '[', ']'), "'");
    return fill(message.find("Duplicate") != std::string::npos ? phrases::layout_name_twice
                                                               : phrases::layout_name_unknown,
                element, name);
  }
  default:
    return fill(phrases::layout_schema_says, message);
  }
}

/// A value that breaks a facet is reported a second time as "not a valid value of the type".
bool repeats(const Complaint& complaint, const Complaint& before) {
  return complaint.code == XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_1 && complaint.line == before.line &&
         (before.code == XML_SCHEMAV_CVC_ENUMERATION_VALID ||
          before.code == XML_SCHEMAV_CVC_PATTERN_VALID ||
          before.code == XML_SCHEMAV_CVC_MINLENGTH_VALID);
}

} // namespace

std::string_view LayoutElement::attribute(std::string_view attribute_name) const {
  for (const auto& [key, value] : attributes)
    if (key == attribute_name)
      return value;
  return {};
}

bool LayoutElement::has(std::string_view attribute_name) const {
  return std::any_of(attributes.begin(), attributes.end(),
                     [&](const auto& attribute) { return attribute.first == attribute_name; });
}

const LayoutElement* LayoutElement::child(std::string_view child_name) const {
  const auto found = std::find_if(children.begin(), children.end(),
                                  [&](const LayoutElement& c) { return c.name == child_name; });
  return found == children.end() ? nullptr : &*found;
}

Result<LayoutElement> parse_layout_xml(Bytes xml, std::string_view last) {
  if (xml.size() > limits::layout_bytes)
    return too_large(xml);
  xmlSAXHandler handler{};
  handler.initialized = XML_SAX2_MAGIC;
  handler.startElementNs = on_start;
  handler.endElementNs = on_end;
  handler.characters = handler.ignorableWhitespace = handler.cdataBlock = on_characters;
  handler.internalSubset = on_doctype;
  handler.serror = on_read_error;
  TreeReading reading;
  const ContextPtr context(xmlNewParserCtxt());
  if (!context)
    return fail(Code::internal, fill(phrases::layout_not_xml, "out of memory"));
  *context->sax = handler;
  context->userData = &reading;
  reading.context = context.get();
  reading.last = last;
  xmlCtxtReadMemory(context.get(), reinterpret_cast<const char*>(xml.data()),
                    static_cast<int>(xml.size()), nullptr, nullptr,
                    XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_BIG_LINES);
  if (reading.has_doctype)
    return tl::unexpected(invalid(fill(phrases::layout_has_doctype), 1));
  if (reading.enough)
    return std::move(reading.root);
  if (!context->wellFormed || reading.root.name.empty()) {
    const Complaint first = reading.complaints.empty() ? Complaint{} : reading.complaints.front();
    return tl::unexpected(invalid(fill(phrases::layout_not_xml, first.message), first.line));
  }
  return std::move(reading.root);
}

std::vector<Error> validate_layout_xml(Bytes xml, Bytes xsd) {
  std::vector<Error> errors;
  const auto schema_fault = [&](const std::string& message, int line) {
    errors.push_back(invalid(fill(phrases::layout_schema_unusable, message), line));
    errors.back().source = "layout.xsd";
    return errors;
  };

  const Result<DocPtr> document = parse(xml);
  if (!document)
    return {document.error()};
  const Result<DocPtr> schema_document = parse(xsd);
  if (!schema_document)
    return schema_fault(schema_document.error().message.en, schema_document.error().line);

  std::vector<Complaint> complaints;
  const SchemaParserPtr parser(xmlSchemaNewDocParserCtxt(schema_document->get()));
  xmlSchemaSetParserStructuredErrors(parser.get(), on_schema_error, &complaints);
  const SchemaPtr schema(xmlSchemaParse(parser.get()));
  if (!schema)
    return complaints.empty() ? schema_fault("", 0)
                              : schema_fault(complaints.front().message, complaints.front().line);

  const SchemaValidPtr valid(xmlSchemaNewValidCtxt(schema.get()));
  xmlSchemaSetValidStructuredErrors(valid.get(), on_schema_error, &complaints);
  xmlSchemaValidateDoc(valid.get(), document->get());
  for (std::size_t i = 0; i < complaints.size(); ++i)
    if (i == 0 || !repeats(complaints[i], complaints[i - 1]))
      errors.push_back(invalid(in_plain_words(complaints[i]), complaints[i].line));
  return errors;
}

} // namespace gouji
