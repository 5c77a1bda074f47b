/** Moves computing off the event loop and comes back to it, and keeps what was computed from being computed again. */
@NullMarked
package org.laurel.shared.work;

import org.jspecify.annotations.NullMarked;
