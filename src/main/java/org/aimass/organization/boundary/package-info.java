/** Pages about organizations, their people, invitations, mandates and activity records. */
@NullMarked
package org.aimass.organization.boundary;

import org.jspecify.annotations.NullMarked;
