# SPDX-License-Identifier: GPL-3.0-or-later
# One Debian package of all: program, PDF module, forms, manual, completions and the LibreOffice extension. ./dev package

find_program(GZIP gzip REQUIRED)

# What is packaged; not the tests, which are part of `all`.
set(CMAKE_SKIP_INSTALL_ALL_DEPENDENCY ON)
add_custom_target(package_files DEPENDS gouji)
if(GOUJI_ADDIN)
  add_dependencies(package_files gouji_oxt)
endif()

# compress(SOURCE DESTINATION NAME): installs SOURCE gzipped, as Debian's policy (12.1, 12.7) has manuals and changelogs.
function(compress source destination name)
  set(compressed ${CMAKE_CURRENT_BINARY_DIR}/packaging/${name}.gz)
  add_custom_command(OUTPUT ${compressed} COMMAND ${GZIP} -9nc ${source} > ${compressed} DEPENDS ${source} VERBATIM)
  add_custom_target(package_${name} ALL DEPENDS ${compressed})
  add_dependencies(package_files package_${name})
  install(FILES ${compressed} DESTINATION ${destination})
endfunction()

include(GNUInstallDirs)
file(MAKE_DIRECTORY ${CMAKE_CURRENT_BINARY_DIR}/packaging)
compress(${PROJECT_SOURCE_DIR}/extractor/cli/gouji.1 ${CMAKE_INSTALL_MANDIR}/man1 gouji.1)
compress(${PROJECT_SOURCE_DIR}/CHANGELOG.md ${CMAKE_INSTALL_DATADIR}/doc/gouji changelog)
compress(${PROJECT_SOURCE_DIR}/.packaging/changelog ${CMAKE_INSTALL_DATADIR}/doc/gouji changelog.Debian)
install(FILES .packaging/copyright DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/gouji)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_CONTACT "gouji maintainers <maintainers@gouji.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "reads and checks Chinese government information disclosure reports")
set(CPACK_PACKAGE_DESCRIPTION
"gouji reads the annual reports that Chinese public bodies publish on
government information disclosure (PDF, DOCX, ODT, web pages), recovers
their tables, maps every number to a standard schema and checks
arithmetic, completeness and prose.

The package holds the program gouji and, for all users, an extension for
LibreOffice 7.4 that checks the report open in Writer or, as PDF, in Draw.")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
# LibreOffice is what the extension is for, and reads old Word files for the program; who has no use for either need not have it.
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "libreoffice-writer, libreoffice-draw")
set(CPACK_DEBIAN_PACKAGE_ENHANCES "libreoffice-writer, libreoffice-draw")
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_PROJECT_CONFIG_FILE ${PROJECT_SOURCE_DIR}/.packaging/dependencies.cmake)
set(CPACK_GOUJI_BINARIES ${CMAKE_BINARY_DIR}/gouji ${CMAKE_BINARY_DIR}/gouji_pdf.so)
# What is loaded late, dpkg-shlibdeps does not see: libzip.so.4 is in the package libzip4, libsqlite3.so.0 in libsqlite3-0.
string(REGEX REPLACE "([0-9])\\.so\\." "\\1-" loaded_late "${GOUJI_LIBZIP};${GOUJI_LIBXLSXWRITER};${GOUJI_LIBSQLITE}")
string(REPLACE ".so." "" loaded_late "${loaded_late}")
list(JOIN loaded_late ", " CPACK_GOUJI_LOADED_LATE)
set(CPACK_GOUJI_SCRATCH ${CMAKE_CURRENT_BINARY_DIR}/packaging)
include(CPack)
