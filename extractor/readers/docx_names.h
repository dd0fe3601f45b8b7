// SPDX-License-Identifier: GPL-3.0-or-later
// The names of WordprocessingML that the DOCX reader tells apart (ECMA-376-1 §17, -3 for mc:).
#pragma once

#include "readers/xml.h"

namespace gouji::docx {

// Elements and attributes share the numbers: w:numId is both.
#define GOUJI_DOCX_NAMES(X)                                                                        \
  X(body, "w:body")                                                                                \
  X(p, "w:p")                                                                                      \
  X(pPr, "w:pPr")                                                                                  \
  X(r, "w:r")                                                                                      \
  X(rPr, "w:rPr")                                                                                  \
  X(t, "w:t")                                                                                      \
  X(tab, "w:tab")                                                                                  \
  X(ptab, "w:ptab")                                                                                \
  X(br, "w:br")                                                                                    \
  X(cr, "w:cr")                                                                                    \
  X(noBreakHyphen, "w:noBreakHyphen")                                                              \
  X(sym, "w:sym")                                                                                  \
  X(fldChar, "w:fldChar")                                                                          \
  X(fldCharType, "w:fldCharType")                                                                  \
  X(footnoteReference, "w:footnoteReference")                                                      \
  X(endnoteReference, "w:endnoteReference")                                                        \
  X(customMarkFollows, "w:customMarkFollows")                                                      \
  X(rt, "w:rt")                                                                                    \
  X(math_text, "m:t")                                                                              \
  X(txbxContent, "w:txbxContent")                                                                  \
  X(tbl, "w:tbl")                                                                                  \
  X(tblPr, "w:tblPr")                                                                              \
  X(tblGrid, "w:tblGrid")                                                                          \
  X(gridCol, "w:gridCol")                                                                          \
  X(tr, "w:tr")                                                                                    \
  X(trPr, "w:trPr")                                                                                \
  X(tc, "w:tc")                                                                                    \
  X(tcPr, "w:tcPr")                                                                                \
  X(gridSpan, "w:gridSpan")                                                                        \
  X(vMerge, "w:vMerge")                                                                            \
  X(hMerge, "w:hMerge")                                                                            \
  X(gridBefore, "w:gridBefore")                                                                    \
  X(gridAfter, "w:gridAfter")                                                                      \
  X(wBefore, "w:wBefore")                                                                          \
  X(wAfter, "w:wAfter")                                                                            \
  X(tcW, "w:tcW")                                                                                  \
  X(hidden, "w:hidden")                                                                            \
  X(cellDel, "w:cellDel")                                                                          \
  X(del, "w:del")                                                                                  \
  X(ins, "w:ins")                                                                                  \
  X(moveFrom, "w:moveFrom")                                                                        \
  X(sdtPr, "w:sdtPr")                                                                              \
  X(sectPr, "w:sectPr")                                                                            \
  X(pPrChange, "w:pPrChange")                                                                      \
  X(rPrChange, "w:rPrChange")                                                                      \
  X(tblGridChange, "w:tblGridChange")                                                              \
  X(trPrChange, "w:trPrChange")                                                                    \
  X(tcPrChange, "w:tcPrChange")                                                                    \
  X(altChunk, "w:altChunk")                                                                        \
  X(alternateContent, "mc:AlternateContent")                                                       \
  X(choice, "mc:Choice")                                                                           \
  X(fallback, "mc:Fallback")                                                                       \
  X(requires_, "Requires")                                                                         \
  X(pStyle, "w:pStyle")                                                                            \
  X(rStyle, "w:rStyle")                                                                            \
  X(numPr, "w:numPr")                                                                              \
  X(numId, "w:numId")                                                                              \
  X(ilvl, "w:ilvl")                                                                                \
  X(outlineLvl, "w:outlineLvl")                                                                    \
  X(jc, "w:jc")                                                                                    \
  X(sz, "w:sz")                                                                                    \
  X(vanish, "w:vanish")                                                                            \
  X(style, "w:style")                                                                              \
  X(styleId, "w:styleId")                                                                          \
  X(default_, "w:default")                                                                         \
  X(type, "w:type")                                                                                \
  X(name, "w:name")                                                                                \
  X(basedOn, "w:basedOn")                                                                          \
  X(docDefaults, "w:docDefaults")                                                                  \
  X(pPrDefault, "w:pPrDefault")                                                                    \
  X(rPrDefault, "w:rPrDefault")                                                                    \
  X(tblStylePr, "w:tblStylePr")                                                                    \
  X(latentStyles, "w:latentStyles")                                                                \
  X(abstractNum, "w:abstractNum")                                                                  \
  X(abstractNumId, "w:abstractNumId")                                                              \
  X(num, "w:num")                                                                                  \
  X(lvl, "w:lvl")                                                                                  \
  X(start, "w:start")                                                                              \
  X(numFmt, "w:numFmt")                                                                            \
  X(lvlText, "w:lvlText")                                                                          \
  X(lvlRestart, "w:lvlRestart")                                                                    \
  X(isLgl, "w:isLgl")                                                                              \
  X(suff, "w:suff")                                                                                \
  X(numStyleLink, "w:numStyleLink")                                                                \
  X(styleLink, "w:styleLink")                                                                      \
  X(lvlOverride, "w:lvlOverride")                                                                  \
  X(startOverride, "w:startOverride")                                                              \
  X(val, "w:val")                                                                                  \
  X(w, "w:w")                                                                                      \
  X(font, "w:font")                                                                                \
  X(char_, "w:char")                                                                               \
  X(space, "xml:space")

enum Name : int {
  unknown = 0,
#define GOUJI_ENTRY(id, name) id,
  GOUJI_DOCX_NAMES(GOUJI_ENTRY)
#undef GOUJI_ENTRY
};

inline constexpr XmlName names[] = {
#define GOUJI_ENTRY(id, name) {id, name},
    GOUJI_DOCX_NAMES(GOUJI_ENTRY)
#undef GOUJI_ENTRY
};
#undef GOUJI_DOCX_NAMES

inline constexpr XmlNamespace namespaces[] = {
    {"http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w"},
    {"http://purl.oclc.org/ooxml/wordprocessingml/main", "w"},
    {"http://schemas.openxmlformats.org/markup-compatibility/2006", "mc"},
    {"http://schemas.openxmlformats.org/officeDocument/2006/math", "m"},
    {"http://purl.oclc.org/ooxml/officeDocument/math", "m"},
    {"http://www.w3.org/XML/1998/namespace", "xml"},
};

inline constexpr XmlVocabulary vocabulary{namespaces, names, requires_};

} // namespace gouji::docx
