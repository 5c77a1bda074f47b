/** Holds the pages for awarding thousands at once: a file is handed in, looked at, awarded, watched and taken back. */
@NullMarked
package org.laurel.web.console.batch;

import org.jspecify.annotations.NullMarked;
