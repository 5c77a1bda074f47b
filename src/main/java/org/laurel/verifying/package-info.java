/** Takes in any form, runs the plan, returns the report. */
@NullMarked
package org.laurel.verifying;

import org.jspecify.annotations.NullMarked;
