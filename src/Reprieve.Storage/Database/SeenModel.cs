using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Reprieve.Storage.Database;

/// <summary>Who sees only some clients has a model of the tables with a filter on each; who sees all has none.</summary>
internal sealed class SeenModel : IModelCacheKeyFactory
{
    public object Create(DbContext context, bool designTime) =>
        (context.GetType(), (context as StorageContext)?.IsFiltered, designTime);
}
