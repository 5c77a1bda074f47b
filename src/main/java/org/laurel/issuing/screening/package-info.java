/** Screens organisations that want to issue: their applications, two screeners' scores, the decision that lets them in. */
@NullMarked
package org.laurel.issuing.screening;

import org.jspecify.annotations.NullMarked;
