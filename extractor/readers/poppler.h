// SPDX-License-Identifier: GPL-3.0-or-later
// Poppler's own headers, all in one place: they are no stable interface, so what differs between
// its versions is to be seen here. Only the PDF reader's sources include this.
#pragma once

#include <Annot.h>
#include <Error.h>
#include <ErrorCodes.h>
#include <Gfx.h>
#include <GfxFont.h>
#include <GfxState.h>
#include <GlobalParams.h>
#include <OutputDev.h>
#include <PDFDoc.h>
#include <Page.h>
#include <SplashOutputDev.h>
#include <UTF.h>
#include <splash/SplashBitmap.h>
