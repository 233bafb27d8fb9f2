namespace PartyProjects.Data;

/// <summary>Where a person is written to.</summary>
public sealed partial class Programme
{
    /// <summary>Preference key: the channel a person wants to be told on.</summary>
    public const string PreferredChannel = "channel";

    /// <summary>Addresses that can be written to, best first: the preferred channel, then the one verified last.</summary>
    public IEnumerable<ChannelIdentity> AddressesToWrite(string personId)
    {
        var preferred = PreferencesOf(personId).GetValueOrDefault(PreferredChannel);
        return AddressesOf(personId).Where(a => a.Stopped is null).OrderByDescending(a => a.Channel == preferred);
    }

    public ChannelIdentity? AddressToWrite(string personId) => AddressesToWrite(personId).FirstOrDefault();
}
