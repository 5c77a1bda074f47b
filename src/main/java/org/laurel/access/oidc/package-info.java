/** Signs people in at their organisation's OpenID Connect provider, when one is set, and keeps who is who there. */
@NullMarked
package org.laurel.access.oidc;

import org.jspecify.annotations.NullMarked;
