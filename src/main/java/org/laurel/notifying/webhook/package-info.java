/** Tells other systems what happened, by signed requests to addresses that they named, again until they have heard it. */
@NullMarked
package org.laurel.notifying.webhook;

import org.jspecify.annotations.NullMarked;
