// SPDX-License-Identifier: GPL-3.0-or-later
// Framing: eight bytes of kind and length, then the body. A descriptor travels with the first byte
// (unix(7), SCM_RIGHTS).
#include "archive/channel.h"

#include "base/limits.h"

#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>

namespace gouji {

namespace {

struct Header {
  std::uint32_t kind = 0, length = 0;
};

constexpr std::uint32_t last_kind = static_cast<std::uint32_t>(MessageKind::converted);

bool sound(const Header& header) {
  return header.kind <= last_kind && header.length <= limits::message_bytes;
}

/// `bytes` begins with a whole header.
Header header_of(std::string_view bytes) {
  Header header;
  std::memcpy(&header, bytes.data(), sizeof header);
  return header;
}

bool send_all(int socket, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent < 0 && errno == EINTR)
      continue;
    if (sent <= 0)
      return false;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

bool receive_all(int socket, char* to, std::size_t length) {
  while (length > 0) {
    const ssize_t got = recv(socket, to, length, 0);
    if (got < 0 && errno == EINTR)
      continue;
    if (got <= 0)
      return false;
    to += got;
    length -= static_cast<std::size_t>(got);
  }
  return true;
}

/// The header, and the descriptor that may come with it.
bool receive_header(int socket, Header& header, int& file) {
  alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> control{};
  iovec part{&header, sizeof header};
  msghdr message{};
  message.msg_iov = &part;
  message.msg_iovlen = 1;
  message.msg_control = control.data();
  message.msg_controllen = control.size();
  ssize_t got = 0;
  do
    got = recvmsg(socket, &message, MSG_CMSG_CLOEXEC | MSG_WAITALL);
  while (got < 0 && errno == EINTR);
  for (cmsghdr* item = CMSG_FIRSTHDR(&message); item; item = CMSG_NXTHDR(&message, item))
    if (item->cmsg_level == SOL_SOCKET && item->cmsg_type == SCM_RIGHTS)
      std::memcpy(&file, CMSG_DATA(item), sizeof file);
  return got == static_cast<ssize_t>(sizeof header);
}

} // namespace

bool send_message(int socket, MessageKind kind, std::string_view body, int file) {
  Header header{static_cast<std::uint32_t>(kind), static_cast<std::uint32_t>(body.size())};
  if (!sound(header))
    return false;
  alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> control{};
  // In one call: the other end is woken once.
  std::array<iovec, 2> parts{iovec{&header, sizeof header},
                             iovec{const_cast<char*>(body.data()), body.size()}};
  msghdr message{};
  message.msg_iov = parts.data();
  message.msg_iovlen = parts.size();
  if (file >= 0) {
    message.msg_control = control.data();
    message.msg_controllen = control.size();
    cmsghdr* item = CMSG_FIRSTHDR(&message);
    item->cmsg_level = SOL_SOCKET;
    item->cmsg_type = SCM_RIGHTS;
    item->cmsg_len = CMSG_LEN(sizeof(int));
    std::memcpy(CMSG_DATA(item), &file, sizeof file);
  }
  ssize_t sent = 0;
  do
    sent = sendmsg(socket, &message, MSG_NOSIGNAL);
  while (sent < 0 && errno == EINTR);
  // Eight bytes go at once or not at all.
  if (sent < static_cast<ssize_t>(sizeof header))
    return false;
  return send_all(socket, body.substr(static_cast<std::size_t>(sent) - sizeof header));
}

std::optional<Message> receive_message(int socket) {
  Header header;
  Message message;
  if (!receive_header(socket, header, message.file) || !sound(header)) {
    if (message.file >= 0)
      close(message.file);
    return std::nullopt;
  }
  message.kind = static_cast<MessageKind>(header.kind);
  message.body.resize(header.length);
  if (!receive_all(socket, message.body.data(), message.body.size()))
    return std::nullopt;
  return message;
}

bool MessageBuffer::take_from(int socket) {
  std::array<char, 64 << 10> chunk;
  const ssize_t got = recv(socket, chunk.data(), chunk.size(), MSG_DONTWAIT);
  if (got < 0 && (errno == EINTR || errno == EAGAIN))
    return true;
  if (got <= 0)
    return false;
  bytes_.append(chunk.data(), static_cast<std::size_t>(got));
  return true;
}

bool MessageBuffer::broken() const {
  return bytes_.size() >= sizeof(Header) && !sound(header_of(bytes_));
}

std::optional<Message> MessageBuffer::next() {
  if (bytes_.size() < sizeof(Header))
    return std::nullopt;
  const Header header = header_of(bytes_);
  if (!sound(header) || bytes_.size() - sizeof header < header.length)
    return std::nullopt;
  Message message{static_cast<MessageKind>(header.kind),
                  bytes_.substr(sizeof header, header.length), -1};
  bytes_.erase(0, sizeof header + header.length);
  constexpr std::size_t ordinary = 1u << 20;
  if (bytes_.empty() && bytes_.capacity() > ordinary)
    bytes_.shrink_to_fit(); // one long message must not keep its room for ever
  return message;
}

} // namespace gouji
