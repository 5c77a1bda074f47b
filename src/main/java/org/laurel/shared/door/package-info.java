/** Holds what every HTTP door does alike: problem documents, pages, entity tags, once-only calls, limits. */
@NullMarked
package org.laurel.shared.door;

import org.jspecify.annotations.NullMarked;
