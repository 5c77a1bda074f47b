/** Knows who calls: the administrator by token, API clients of issuers by theirs. */
@NullMarked
package org.laurel.access.client;

import org.jspecify.annotations.NullMarked;
