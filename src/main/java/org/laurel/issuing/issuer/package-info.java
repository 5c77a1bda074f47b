/** Keeps organisations that issue: their profiles, DIDs, keys and what they may sign. */
@NullMarked
package org.laurel.issuing.issuer;

import org.jspecify.annotations.NullMarked;
