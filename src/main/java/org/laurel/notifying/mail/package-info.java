/** Sends letters by e-mail: as fast as is allowed, again when it has to, and tells which could not be sent. */
@NullMarked
package org.laurel.notifying.mail;

import org.jspecify.annotations.NullMarked;
