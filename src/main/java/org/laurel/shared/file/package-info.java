/** Keeps files: sealed in segments under somebody's key, wherever the bytes are put. */
@NullMarked
package org.laurel.shared.file;

import org.jspecify.annotations.NullMarked;
