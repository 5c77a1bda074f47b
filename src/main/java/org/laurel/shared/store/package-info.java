/** Holds what every store needs: transactions, pages, row numbers, once-only calls. */
@NullMarked
package org.laurel.shared.store;

import org.jspecify.annotations.NullMarked;
