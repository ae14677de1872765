package org.aimass.registry.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.aimass.registry.control.Models;
import org.aimass.registry.entity.ModelVersion;
import org.aimass.shared.Slice;
import org.aimass.web.ListAddress;

/** The models that the reader may see, each by its newest version. */
@Named
@RequestScoped
public class RegistryModelsPage {

    private static final int SIZE = 20;

    @Inject
    Models models;

    private final ListAddress address = new ListAddress("-submitted");
    private Slice<ModelVersion> slice = new Slice<>(List.of(), 0, 0);

    public void load() {
        slice = models.search(
                address.getQ(),
                address.sort(Models.Sort.class, Models.Sort.SUBMITTED),
                address.isDescending(),
                address.offset(SIZE),
                SIZE);
    }

    public ListAddress getAddress() {
        return address;
    }

    public Slice<ModelVersion> getSlice() {
        return slice;
    }

    public int getSize() {
        return SIZE;
    }
}
