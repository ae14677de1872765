package org.aimass.web;

import jakarta.faces.component.FacesComponent;

/** A question answered by radio buttons or boxes: a fieldset with a legend. */
@FacesComponent(Choices.COMPONENT)
public class Choices extends Field {

    public static final String COMPONENT = "org.aimass.Choices";

    @Override
    boolean isGroup() {
        return true;
    }
}
