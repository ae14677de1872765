/** The API's resource about who is asking. */
@NullMarked
package org.aimass.organization.boundary;

import org.jspecify.annotations.NullMarked;
