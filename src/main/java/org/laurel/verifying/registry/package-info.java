/** Asks the registries of others, which the operator trusts, whether they name an issuer. */
@NullMarked
package org.laurel.verifying.registry;

import org.jspecify.annotations.NullMarked;
