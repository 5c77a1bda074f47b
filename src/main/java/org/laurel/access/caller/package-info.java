/** Says who calls: whoever holds a token, and what they may do where. */
@NullMarked
package org.laurel.access.caller;

import org.jspecify.annotations.NullMarked;
