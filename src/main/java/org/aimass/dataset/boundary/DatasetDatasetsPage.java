package org.aimass.dataset.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.aimass.dataset.control.Datasets;
import org.aimass.dataset.entity.DatasetVersion;
import org.aimass.shared.Slice;
import org.aimass.web.ListAddress;

/** The datasets that the reader may see, each by its newest version. */
@Named
@RequestScoped
public class DatasetDatasetsPage {

    private static final int SIZE = 20;

    @Inject
    Datasets datasets;

    private final ListAddress address = new ListAddress("-submitted");
    private Slice<DatasetVersion> slice = new Slice<>(List.of(), 0, 0);

    public void load() {
        slice = datasets.search(
                address.getQ(),
                address.sort(Datasets.Sort.class, Datasets.Sort.SUBMITTED),
                address.isDescending(),
                address.offset(SIZE),
                SIZE);
    }

    public ListAddress getAddress() {
        return address;
    }

    public Slice<DatasetVersion> getSlice() {
        return slice;
    }

    public int getSize() {
        return SIZE;
    }
}
