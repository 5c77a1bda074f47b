/** Keeps micro-credential definitions: drafts, versions, publication. */
@NullMarked
package org.laurel.issuing.achievement;

import org.jspecify.annotations.NullMarked;
