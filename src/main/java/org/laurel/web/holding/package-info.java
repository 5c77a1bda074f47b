/** Holds the pages on which a holder manages one badge, by a link that works once or by an account. */
@NullMarked
package org.laurel.web.holding;

import org.jspecify.annotations.NullMarked;
