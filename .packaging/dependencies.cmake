# SPDX-License-Identifier: GPL-3.0-or-later
# Run by cpack: the packages that the program and its PDF module need. Not the extension's: what it needs besides is LibreOffice's
# own libraries, which are there wherever it can run, and which the program alone must not pull in.
file(MAKE_DIRECTORY ${CPACK_GOUJI_SCRATCH}/debian)
file(TOUCH ${CPACK_GOUJI_SCRATCH}/debian/control) # dpkg-shlibdeps looks for one
execute_process(COMMAND dpkg-shlibdeps -O ${CPACK_GOUJI_BINARIES} WORKING_DIRECTORY ${CPACK_GOUJI_SCRATCH}
  OUTPUT_VARIABLE libraries OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET COMMAND_ERROR_IS_FATAL ANY)
string(REPLACE "shlibs:Depends=" "" libraries "${libraries}")
set(CPACK_DEBIAN_PACKAGE_DEPENDS "${libraries}, ${CPACK_GOUJI_LOADED_LATE}, poppler-data")
