/** Pages about organizations, their people, invitations, mandates and activity records, and the API's resource about who is asking. */
@NullMarked
package org.aimass.organization.boundary;

import org.jspecify.annotations.NullMarked;
