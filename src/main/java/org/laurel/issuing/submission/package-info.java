/** Is the evidence that educators hand in: drafts, what is still missing, and the version that is frozen to be assessed. */
@NullMarked
package org.laurel.issuing.submission;

import org.jspecify.annotations.NullMarked;
