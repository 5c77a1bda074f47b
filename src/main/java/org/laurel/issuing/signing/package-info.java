/** Is the road to a signed credential: lint, sign, store, for one or many, awards and endorsements alike. */
@NullMarked
package org.laurel.issuing.signing;

import org.jspecify.annotations.NullMarked;
