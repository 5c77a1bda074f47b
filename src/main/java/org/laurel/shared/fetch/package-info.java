/** Is the only way out to the network: https, public addresses, size, time and redirect limits. */
@NullMarked
package org.laurel.shared.fetch;

import org.jspecify.annotations.NullMarked;
