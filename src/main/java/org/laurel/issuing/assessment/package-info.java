/** Is how evidence is assessed: who takes it, how it is scored on its rubric, and what the award rule makes of the scores; of who handed it in it knows nothing. */
@NullMarked
package org.laurel.issuing.assessment;

import org.jspecify.annotations.NullMarked;
