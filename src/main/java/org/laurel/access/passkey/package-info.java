/** Keeps passkeys, by which people sign in without a password, and judges what their devices sign. */
@NullMarked
package org.laurel.access.passkey;

import org.jspecify.annotations.NullMarked;
