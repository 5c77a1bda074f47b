/** Knows our own public origin, and the addresses and DIDs under it. */
@NullMarked
package org.laurel.shared.origin;

import org.jspecify.annotations.NullMarked;
