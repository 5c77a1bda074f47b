/** Encrypts personal data under a key per tenant and person, and destroys the key. */
@NullMarked
package org.laurel.shared.sealing;

import org.jspecify.annotations.NullMarked;
