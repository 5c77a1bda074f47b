/** Keeps neutral events, written in the transaction that caused them. */
@NullMarked
package org.laurel.shared.outbox;

import org.jspecify.annotations.NullMarked;
