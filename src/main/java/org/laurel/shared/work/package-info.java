/** Moves computing off the event loop and comes back to it. */
@NullMarked
package org.laurel.shared.work;

import org.jspecify.annotations.NullMarked;
