/** Remembers what the API answered, so that a request may be sent twice. */
@NullMarked
package org.aimass.api.control;

import org.jspecify.annotations.NullMarked;
