// SPDX-License-Identifier: GPL-3.0-or-later
// Saved pages: the page is found among its parts and decoded.
#include "readers/html.h"
#include "readers/mhtml.h"
#include "unit/readers/drawn.h"

#include <catch2/catch.hpp>

#include <string>

using namespace gouji;

namespace {

const std::string saved =
    "From: <Saved by a browser>\r\nMIME-Version: 1.0\r\n"
    "Content-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"--=_b\"\r\n\r\n"
    "preamble\r\n----=_b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    "AAAA\r\n----=_b\r\nContent-Type: text/html; charset=\"gb2312\"\r\n"
    "Content-Transfer-Encoding: quoted-printable\r\n\r\n"
    "<html><p>=D5=FE=B8=\r\n=AE</p><table><tr><td>a=3D<td>1<tr><td>b<td>2</table></html>\r\n"
    "----=_b--\r\n";

} // namespace

TEST_CASE("the page of a saved message is read") {
  CHECK(mhtml_format().sniff(as_bytes(saved)) > 90);
  CHECK(html_format().sniff(as_bytes(saved)) < mhtml_format().sniff(as_bytes(saved)));
  const auto document = mhtml_format().read(as_bytes(saved));
  REQUIRE(document);
  CHECK(document->format == "mhtml");
  CHECK(drawn(*document) == "政府\n[a=|1/b|2]");
}

TEST_CASE("a page may be the whole message, or lie deeper") {
  const std::string single =
      "Content-Type: text/html\nContent-Transfer-Encoding: BASE64\n\nPHA+5pS\n/"
      "5bqcPC9wPg==\n";
  const auto document = mhtml_format().read(as_bytes(single));
  REQUIRE(document);
  CHECK(drawn(*document) == "政府");
  const std::string nested =
      "Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: "
      "multipart/alternative; boundary=y\n\n--y\nContent-Type: "
      "text/plain\n\nno\n--y\nContent-Type: text/html\n\n<p>yes\n--y--\n--x--\n";
  const auto inner = mhtml_format().read(as_bytes(nested));
  REQUIRE(inner);
  CHECK(drawn(*inner) == "yes");
}

TEST_CASE("a message without a page, cut or nested without end, is an error") {
  for (const std::string text :
       {"Content-Type: multipart/related; boundary=x\n\n--x\nContent-Type: image/png\n\nA\n",
        "Content-Type: multipart/related\n\n<p>x", "Content-Type: text/plain\n\nx"}) {
    const auto document = mhtml_format().read(as_bytes(text));
    REQUIRE_FALSE(document);
    CHECK(document.error().code == Code::empty);
  }
  std::string endless;
  for (int i = 0; i < 1000; ++i)
    endless += "Content-Type: multipart/mixed; boundary=x\n\n--x\n";
  CHECK_FALSE(mhtml_format().read(as_bytes(endless)));
}

TEST_CASE("transfer encodings skip what is no code") {
  CHECK(decode_transfer("TWFu\r\n TQ==", "base64") == "ManM");
  CHECK(decode_transfer("TWE=", "Base64") == "Ma");
  CHECK(decode_transfer("a=3Db=zz=\nc", "quoted-printable") == "a=b=zzc");
  CHECK(decode_transfer("a=3D", "8bit") == "a=3D");
}
