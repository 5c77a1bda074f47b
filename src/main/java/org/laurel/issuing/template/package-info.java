/** Is the template on which micro-credentials are drafted: its parts, what a draft lacks, and the achievement it makes. */
@NullMarked
package org.laurel.issuing.template;

import org.jspecify.annotations.NullMarked;
